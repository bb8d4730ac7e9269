#include "transports/channels/outbound_json.hpp"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::transports;

TEST_CASE("a waiting reply comes back as it was", "[transports][channels]") {
    Outbound reply;
    reply.prompt_seq = 9;
    reply.ticket = "cb";
    reply.lang = "es";
    reply.hint = "Responde.";
    reply.list_label = "Opciones";
    dialogs::Reply bubble;
    bubble.line = "a.1";
    bubble.text = "\"Quoted\" \xC3\xA9\n";
    bubble.crisis = true;
    bubble.choices.many = true;
    bubble.choices.items = {{"v", "L", true}, {"w", "M", false}};
    reply.replies = {bubble};
    const auto back = read_outbound(write_outbound(reply));
    REQUIRE(back);
    CHECK(write_outbound(*back) == write_outbound(reply));
    CHECK(back->replies[0].choices.items[0].chosen);
    CHECK(back->replies[0].crisis);
    CHECK(back->hint == "Responde.");
    CHECK(back->list_label == "Opciones");
    for (const char* text :
         {"", "{", "[]", "{}", R"({"replies":[{}],"prompt_seq":1,"ticket":"","lang":""})"}) {
        CAPTURE(text);
        CHECK_FALSE(read_outbound(text));
    }
}
