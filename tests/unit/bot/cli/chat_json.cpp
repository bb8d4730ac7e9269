#include "bot/cli/chat_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::bot;
using attune::dialogs::test::small_bot;
using nlohmann::json;

namespace {

std::string chat(const std::string& input) {
    Talk talk(small_bot());
    std::istringstream in(input);
    std::ostringstream out;
    chat_in_json(talk, in, out);
    return out.str();
}

std::vector<json> lines_of(const std::string& output) {
    std::vector<json> lines;
    std::istringstream in(output);
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
    return lines;
}

std::vector<json> lines_for(const std::string& input) { return lines_of(chat(input)); }

}  // namespace

TEST_CASE("the opening is written before anything is read, byte for byte the same", "[chat]") {
    REQUIRE(chat("") == chat(""));
    REQUIRE(chat("").starts_with(
        R"({"event":"opened","said":[{"line":"wel.once","text":"I am a program.","crisis":false},)"));
    const auto lines = lines_for("");
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0]["choices"][0] == json{{"value", "walk"}, {"label", "The walk"}, {"chosen", false}});
    REQUIRE(lines[0]["many"] == false);
    REQUIRE(lines[0]["flow"] == "menu");
    REQUIRE(lines[0]["step"] == "pick");
    REQUIRE(lines[0]["outcome"] == "going_on");
    REQUIRE(lines[0]["safety"].is_null());
    REQUIRE(lines[0]["trace"]["steps"].size() > 0);
}

TEST_CASE("each event gets one line, and blank lines none", "[chat]") {
    const auto lines = lines_for("{\"choice\":\"sign_list\"}\n\n{\"choice\":[\"trust\",\"fear\"]}\r\n{\"wait\":\"10m\"}");
    REQUIRE(lines.size() == 4);
    REQUIRE(lines[1]["event"] == "choice");
    REQUIRE(lines[1]["many"] == true);
    REQUIRE(lines[2]["said"][0]["text"] == "You ticked:\n• Trust is hard\n• Fear of closeness");
    REQUIRE(lines[3]["event"] == "wait");
    REQUIRE(lines[3]["said"].empty());
    REQUIRE(lines[3]["choices"].size() == 3);
}

TEST_CASE("a bad line gets an error with its number, and the conversation goes on", "[chat]") {
    const auto lines = lines_for("nonsense\n{\"text\":\"the walk\"}\n");
    REQUIRE(lines.size() == 3);
    REQUIRE(lines[1]["error"]["line"] == 1);
    REQUIRE(lines[2]["step"] == "who");
}

TEST_CASE("what the safety net saw is told", "[chat]") {
    const auto lines = lines_for(R"({"text":"I want to die"})");
    REQUIRE(lines[1]["safety"] == json{{"class", "sui_active"}, {"level", "high"}, {"pattern", "want* to die"}});
    REQUIRE(lines[1]["said"][0]["crisis"] == true);
}

TEST_CASE("a button that is not on offer changes nothing and is told so", "[chat]") {
    const auto lines = lines_for(R"({"choice":"partner"})");
    REQUIRE(lines[1]["outcome"] == "stale_choice");
    REQUIRE(lines[1]["said"].empty());
    REQUIRE(lines[1]["step"] == "pick");
}

TEST_CASE("an ended conversation has no step and takes a later message", "[chat]") {
    const auto lines = lines_for("{\"text\":\"bye\"}\n{\"text\":\"menu\"}\n");
    REQUIRE(lines[1]["outcome"] == "ended");
    REQUIRE(lines[1]["flow"].is_null());
    REQUIRE(lines[1]["step"].is_null());
    REQUIRE(lines[2]["step"] == "pick");
}

TEST_CASE("after everything was erased a new conversation is opened", "[chat]") {
    const auto lines = lines_for("{\"text\":\"delete my data\"}\n{\"choice\":\"do_it\"}\n{\"choice\":\"walk\"}\n");
    REQUIRE(lines.size() == 5);
    REQUIRE(lines[2]["outcome"] == "erase");
    REQUIRE(lines[3]["event"] == "opened");
    REQUIRE(lines[3]["said"][0]["line"] == "wel.once");
    REQUIRE(lines[4]["step"] == "who");
}
