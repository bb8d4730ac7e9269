#include "transports/socketio/message.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;
using namespace attune::transports::socketio;

namespace {

LoggedEvent question(bool many) {
    const std::string json =
        R"({"t":"message","seq":3,"from":"bot","text":"Which?","lang":"es","choices":{"multi":)" +
        std::string(many ? "true" : "false") + R"(,"items":[{"value":"x","label":"The X"}]}})";
    return {3, "message", std::make_shared<const std::string>(json)};
}

}  // namespace

TEST_CASE("a packet has a kind, a namespace, perhaps an acknowledgement, and content",
          "[transports][socketio]") {
    const auto event = read_packet(R"(212["a",{}])");
    REQUIRE(event);
    CHECK(event->kind == Packet::Kind::event);
    CHECK(event->space == "/");
    CHECK(event->ack == 12U);
    CHECK(event->json == R"(["a",{}])");
    const auto connect = read_packet(R"(0/other?x=1,{"token":"t"})");
    REQUIRE(connect);
    CHECK(connect->kind == Packet::Kind::connect);
    CHECK(connect->space == "/other");
    CHECK(token_in(connect->json) == "t");
    CHECK(read_packet("1")->kind == Packet::Kind::disconnect);
    CHECK(read_packet("51-[]")->kind == Packet::Kind::other);
    CHECK_FALSE(read_packet(""));
    CHECK_FALSE(read_packet("x"));
}

TEST_CASE("Rasa's events are read, others are none, broken ones refused", "[transports][socketio]") {
    CHECK(read_event(R"(["session_request",{"session_id":"a.b"}])")->request->session == "a.b");
    CHECK(read_event(R"(["session_request",{"session_id":null}])")->request->session.empty());
    CHECK(read_event(R"(["session_request"])")->request->session.empty());
    CHECK(read_event(R"(["user_uttered",{"message":"hi"}])")->uttered->message == "hi");
    const auto other = read_event(R"(["else",{}])");
    REQUIRE(other);
    CHECK_FALSE(other->request);
    CHECK_FALSE(other->uttered);
    for (const char* bad : {"", "[]", "{}", "[1]", "[\"a\"", R"(1},"x":{"y":1)"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_event(bad));
    }
}

TEST_CASE("what the bot says has quick replies, or numbered lines", "[transports][socketio]") {
    CHECK(
        bot_uttered(question(false), "") ==
        R"(2["bot_uttered",{"quick_replies":[{"content_type":"text","payload":"3.0","title":"The X"}],"text":"Which?"}])");
    CHECK(bot_uttered(question(true), "Numbers.") ==
          R"(2["bot_uttered",{"text":"Which?\n\n1. The X\n\nNumbers."}])");
    const auto own = std::make_shared<const std::string>(R"({"from":"user","text":"hi"})");
    CHECK(bot_uttered({4, "message", own}, "").empty());
    CHECK(language_of(question(false)) == "es");
    CHECK(pick(question(false), 0)->label == "The X");
    CHECK_FALSE(pick(question(false), 1));
}

TEST_CASE("an intent by name is not what a visitor says", "[transports][socketio]") {
    for (const char* yes : {"/greet", "/get_started", "/inform{\"a\":1}"}) CHECK(is_intent(yes));
    for (const char* no : {"/", "greet", "/two words", "/half{", "50/50", ""}) CHECK_FALSE(is_intent(no));
}
