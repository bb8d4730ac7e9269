#include "transports/channels/lay_out.hpp"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::transports;

namespace {

Outbound question(std::size_t choices, const std::string& label = "Go on", bool many = false) {
    Outbound reply;
    reply.prompt_seq = 12;
    reply.list_label = "Choose";
    reply.hint = "Reply with a number, or in your own words.";
    dialogs::Reply first;
    first.text = "Some facts.";
    dialogs::Reply second;
    second.text = "Where to go?";
    second.choices.many = many;
    for (std::size_t i = 0; i < choices; ++i) second.choices.items.push_back({"v", label, false});
    reply.replies = {first, second};
    return reply;
}

Traits with(std::size_t buttons, std::size_t rows) {
    Traits traits;
    traits.max_buttons = buttons;
    traits.max_label = 10;
    traits.max_rows = rows;
    traits.max_row = 24;
    return traits;
}

}  // namespace

TEST_CASE("choices are buttons if they fit, else a list, else numbered lines", "[transports][channels]") {
    CHECK(lay_out(question(3), with(3, 10)).back().style == Sheet::Style::buttons);
    CHECK(lay_out(question(4), with(3, 10)).back().style == Sheet::Style::list);
    CHECK(lay_out(question(2, "Longer than ten"), with(3, 10)).back().style == Sheet::Style::list);
    CHECK(lay_out(question(11), with(3, 10)).back().style == Sheet::Style::none);
    CHECK(lay_out(question(2, "yes", true), with(3, 10)).back().style == Sheet::Style::none);
    CHECK(lay_out(question(2), with(0, 0)).back().text ==
          "Where to go?\n\n1. Go on\n2. Go on\n\nReply with a number, or in your own words.");
}

TEST_CASE("a payload tells the question and the place, and nothing else is one", "[transports][channels]") {
    const auto sheets = lay_out(question(3), with(3, 0));
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[1].items[2].payload == "12.2");
    const auto pressed = read_payload("12.2");
    REQUIRE(pressed);
    CHECK(pressed->prompt_seq == 12);
    CHECK(pressed->place == 2);
    for (const char* other : {"", ".", "12", "12.", ".2", "x.2", "12.x", "12.2x", "-1.2", "0.1", "1.-2",
                              "99999999999999999999.1"}) {
        CAPTURE(other);
        CHECK_FALSE(read_payload(other));
    }
}

TEST_CASE("where messages are counted a turn is one", "[transports][channels]") {
    Traits traits = with(3, 0);
    traits.merge_bubbles = true;
    const auto sheets = lay_out(question(2), traits);
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].text == "Some facts.\n\nWhere to go?");
    CHECK(sheets[0].style == Sheet::Style::buttons);
    traits.max_prompt = 16;
    CHECK(lay_out(question(2), traits).size() == 2);
}

TEST_CASE("one curly quote would double an SMS's price", "[transports][channels]") {
    CHECK(plain_letters("\u201CDon\u2019t\u201D \u2013 no\u2026 \u2022") == "\"Don't\" - no... -");
}
