#include "bot/cli/chat_event.hpp"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::bot;
using Values = std::vector<std::string>;

TEST_CASE("a line is what was written, chosen or waited for", "[chat]") {
    REQUIRE(std::get<dialogs::Said>(read_chat_event(R"({"text":"h\u00e9"})")->event).text == "hé");
    REQUIRE(std::get<dialogs::Chose>(read_chat_event(R"({"choice":"a"})")->event).values == Values{"a"});
    REQUIRE(std::get<dialogs::Chose>(read_chat_event(R"({"choice":["a","b"]})")->event).values == Values{"a", "b"});
    REQUIRE(std::get<dialogs::Chose>(read_chat_event(R"({"choice":[]})")->event).values.empty());
    REQUIRE(read_chat_event(R"({"wait":"10m"})")->wait == 600'000);
    REQUIRE(read_chat_event(R"( {"wait":90} )")->wait == 90'000);
}

TEST_CASE("a line that is no event is refused without repeating it", "[chat]") {
    const std::string line = GENERATE(
        "secret", "{\"text\":\"secret", "[\"secret\"]", "null", "{}", R"({"text":"secret","choice":"secret"})",
        R"({"secret":1})", R"({"text":["secret"]})", R"({"choice":["secret",1]})", R"({"choice":{"secret":1}})",
        R"({"wait":"secret"})", R"({"wait":-1})", R"({"wait":1.5})", R"({"wait":null})", "{\"text\":\"secret\xff\"}");
    CAPTURE(line);
    const auto event = read_chat_event(line);
    REQUIRE_FALSE(event);
    REQUIRE(event.error().code == Errc::invalid_input);
    REQUIRE(event.error().message.find("secret") == std::string::npos);
}

TEST_CASE("a text is limited by its characters, not its bytes", "[chat]") {
    std::string text;
    for (int i = 0; i < 4000; ++i) text += "é";
    REQUIRE(read_chat_event(R"({"text":")" + text + R"("})"));
    REQUIRE(read_chat_event(R"({"text":")" + text + R"(x"})").error().code == Errc::limit_exceeded);
}
