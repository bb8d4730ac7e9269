#include "dialogs/analysis/view/plain.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::tiny_bot;

namespace {

std::shared_ptr<const Script> tiny() {
    return load(tiny_bot()).value();
}

}  // namespace

TEST_CASE("conditions are told in words, with labels in place of values", "[analysis][view]") {
    const auto script = tiny();
    const Flow& hello = *script->flow("hello");
    REQUIRE(
        plain_condition(*script, hello, hello.step("who")->condition) ==
        "\"who\" was not answered, and \"signs\" does not have Trust is hard, and \"signs\" is not empty");
    REQUIRE(plain_condition(*script, hello, std::get<Branch>(hello.step("branch")->what).arms[0].condition) ==
            "\"who\" is My partner or Myself");
    REQUIRE(plain_condition(*script, hello, {}).empty());
}

TEST_CASE("ways to go and what is remembered are told in words", "[analysis][view]") {
    const auto script = tiny();
    const Flow& hello = *script->flow("hello");
    const Ask& who = std::get<Ask>(hello.step("who")->what);
    REQUIRE(plain_jump(*script, hello, who.then[0].jump, "goes on") == "goes on");
    REQUIRE(plain_jump(*script, hello, who.then[1].jump, "goes on") ==
            "goes to \u201cTick\u201d, then comes back");
    REQUIRE(plain_jump(*script, hello, who.no_match[0].jump, "goes on") == "asks again");
    REQUIRE(plain_jump(*script, hello, who.no_match[1].jump, "goes on") == "goes to step branch");
    REQUIRE(plain_assignment(*script, hello, who.skip.set[0]) == "\"who\" becomes Myself");
    const Flow& tick = *script->flow("tick");
    REQUIRE(plain_assignment(*script, tick, std::get<Act>(tick.step("some")->what).action.set[0]) ==
            "Trust is hard is added to \"signs\"");
}
