#include "transports/console/console.hpp"

#include <catch2/catch.hpp>

using namespace attune::transports;
using attune::dialogs::Choices;
using attune::dialogs::Reply;
using Values = std::vector<std::string>;

namespace {

const Choices one{{{"trust", "Trust is hard", false}, {"numb", "Feeling numb", true}}, false};
const Choices many{one.items, true};

}  // namespace

TEST_CASE("bubbles stand apart and the choices are numbered", "[console]") {
    const std::vector<Reply> replies = {{"a", "Hello.", false, {}}, {"b", "Which one?", false, one}};
    REQUIRE(render(replies, {}) == "Hello.\n\nWhich one?\n  1. Trust is hard\n  2. Feeling numb\n");
}

TEST_CASE("several choices show what is ticked and how to pick", "[console]") {
    REQUIRE(render(many, {}) ==
            "  1. [ ] Trust is hard\n  2. [x] Feeling numb\n     Numbers, such as 1, 3; or 0 for none of these.\n");
}

TEST_CASE("a crisis bubble has a bar at its side without colour too", "[console]") {
    REQUIRE(render({{"c", "Call 988.\nNow.", true, {}}}, {}) == "! Call 988.\n! Now.\n");
}

TEST_CASE("escape sequences are written only where colour is wanted", "[console]") {
    const std::vector<Reply> replies = {{"c", "Call 988.", true, many}};
    REQUIRE(render(replies, {false, 80}).find('\x1b') == std::string::npos);
    REQUIRE(render(replies, {true, 80}).find("\x1b[1;33m") != std::string::npos);
}

TEST_CASE("nothing said prints nothing", "[console]") { REQUIRE(render(std::vector<Reply>{}, {}).empty()); }

TEST_CASE("a number picks the open choice", "[console]") {
    REQUIRE(std::get<TypedChoice>(read_typed(" 2 ", one)).values == Values{"numb"});
}

TEST_CASE("a number that no choice has is said", "[console]") {
    const auto* line = GENERATE("0", "3", "1 2", "1st", "2.", "99999999999999999999999");
    CAPTURE(line);
    REQUIRE(std::get<TypedText>(read_typed(line, one)).text == line);
}

TEST_CASE("several numbers pick several choices, and zero none", "[console]") {
    REQUIRE(std::get<TypedChoice>(read_typed("1, 2", many)).values == Values{"trust", "numb"});
    REQUIRE(std::get<TypedChoice>(read_typed("2 1", many)).values == Values{"numb", "trust"});
    REQUIRE(std::get<TypedChoice>(read_typed("0", many)).values.empty());
    REQUIRE(std::holds_alternative<TypedText>(read_typed("0 1", many)));
}

TEST_CASE("without open choices a number is said", "[console]") {
    REQUIRE(std::holds_alternative<TypedText>(read_typed("1", Choices{})));
}

TEST_CASE("a line with a slash is a command to the console", "[console]") {
    const auto command = std::get<TypedCommand>(read_typed(" /wait  10m ", one));
    REQUIRE(command.name == "wait");
    REQUIRE(command.argument == "10m");
}

TEST_CASE("a blank line means nothing", "[console]") {
    REQUIRE(std::holds_alternative<TypedNothing>(read_typed(" \t\r", one)));
}
