#include "transports/directline/activity.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "transports/directline/client_id.hpp"
#include "transports/directline/tickets.hpp"

using namespace attune::transports;
using namespace attune::transports::directline;
using Json = nlohmann::json;

namespace {

LoggedEvent event(std::uint64_t seq, const std::string& json, const std::string& type = "message") {
    return {seq, type, std::make_shared<const std::string>(json)};
}

const std::string question =
    R"({"t":"message","seq":3,"at":1500,"from":"bot","line":"a","text":"Which?","lang":"en",)"
    R"("choices":{"id":"c3","multi":false,"items":[{"value":"x","label":"The X"},{"value":"y","label":"The Y"}]}})";

const Place place{"conv", "Guide", [](std::string_view) { return std::string("Numbers, please."); }};

}  // namespace

TEST_CASE("a client's name for a message comes back as it was", "[transports][directline]") {
    for (const char* given : {"abc", "a.b|c", "b64_x", "dl_1", "with spaces", "\xC3\xA9"}) {
        CAPTURE(given);
        CHECK(client_name_of(id_for(given, "1")) == given);
    }
    CHECK(id_for("abc", "1") == "abc");
    CHECK(id_for("", "1") == "dl_1");
    CHECK(client_name_of("dl_1").empty());
    CHECK(id_for(std::string(61, '.'), "7") == "dl_7");
}

TEST_CASE("an activity is words, a press, or nothing", "[transports][directline]") {
    auto words =
        read_activity(R"({"type":"message","text":"hello","channelData":{"clientActivityID":"q"}})", "1");
    REQUIRE(words);
    CHECK(words->says_something);
    CHECK(words->message.id == "q");
    CHECK(std::get<Text>(words->message.content).text == "hello");
    auto press = read_activity(
        R"({"type":"message","text":"The X","value":{"attune":{"prompt":3,"value":"x"}}})", "1");
    REQUIRE(press);
    CHECK(std::get<Chosen>(press->message.content).prompt_seq == 3);
    CHECK(std::get<Chosen>(press->message.content).values == std::vector<std::string>{"x"});
    CHECK(press->label == "The X");
    for (const char* other :
         {R"({"type":"typing"})", R"({"type":"message"})", R"({"type":"message","text":7.5})", "{}"}) {
        CAPTURE(other);
        CHECK_FALSE(read_activity(other, "1")->says_something);
    }
    for (const char* bad : {"", "[]", "{", "7"}) CHECK_FALSE(read_activity(bad, "1"));
}

TEST_CASE("events become activities with actions that carry the choice", "[transports][directline]") {
    const auto own = event(2, R"({"t":"message","seq":2,"at":1000,"from":"user","id":"q","text":"hi"})");
    const Json set = Json::parse(activity_set(
        {own, event(3, question), event(4, R"({"t":"ended","seq":4,"at":2})", "ended")}, 4, place));
    CHECK(set["watermark"] == "4");
    const Json& all = set["activities"];
    REQUIRE(all.size() == 3);
    CHECK(all[0]["id"] == "conv|0000002");
    CHECK(all[0]["timestamp"] == "1970-01-01T00:00:01.000Z");
    CHECK(all[0]["from"]["role"] == "user");
    CHECK(all[0]["channelData"]["clientActivityID"] == "q");
    CHECK(all[1]["from"]["name"] == "Guide");
    CHECK(all[1]["inputHint"] == "expectingInput");
    const Json& action = all[1]["suggestedActions"]["actions"][1];
    CHECK(action["title"] == "The Y");
    CHECK(action["value"] == Json{{"attune", {{"prompt", 3}, {"value", "y"}}}});
    CHECK(all[2]["type"] == "endOfConversation");
    CHECK_FALSE(Json::parse(typing_set(place)).contains("watermark"));
}

TEST_CASE("where several may be chosen they are numbered lines", "[transports][directline]") {
    std::string many = question;
    many.replace(many.find("\"multi\":false"), 13, "\"multi\":true");
    const Json set = Json::parse(activity_set({event(3, many)}, 3, place));
    CHECK(set["activities"][0]["text"] == "Which?\n\n1. The X\n2. The Y\n\nNumbers, please.");
    CHECK_FALSE(set["activities"][0].contains("suggestedActions"));
}

TEST_CASE("a ticket is good once, and for a minute", "[transports][directline]") {
    Tickets tickets;
    const Tickets::Clock::time_point start{};
    const std::string first = tickets.give({"c", "t", 5}, start);
    const std::string second = tickets.give({"c", "t", 6}, start);
    CHECK(first != second);
    CHECK(tickets.take(first, start + std::chrono::seconds(59))->watermark == 5);
    CHECK_FALSE(tickets.take(first, start));
    CHECK_FALSE(tickets.take(second, start + std::chrono::seconds(60)));
    CHECK_FALSE(tickets.take("", start));
}
