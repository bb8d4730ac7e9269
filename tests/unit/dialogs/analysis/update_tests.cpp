#include "dialogs/analysis/update_tests.hpp"

#include "tests/unit/dialogs/analysis/tests_of.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;

namespace {

UpdatedTests updated(const std::string& yaml) {
    const BotFiles files = {{"tests/t.yaml", yaml}};
    const auto tests = read_tests(files, *small_bot());
    if (!tests) FAIL(to_text(tests.error()));
    return update_tests(files, *small_bot(), tests->conversations);
}

}  // namespace

TEST_CASE("what was expected becomes what came, and every other byte stays", "[analysis]") {
    const UpdatedTests result = updated(R"(# What the walk says.
suite: walk   # é
tests:
  - name: n
    from: menu.pick
    turns:
      - user: "the long walk"      # asked for by name
        expect: {says: [walk.more, "walk.end"], options: 7, step: "walk.more"}   # here
      - tap: partner
        expect:
          says:
            - walk.partner
            - walk.me   # not this one
          slots: {who: me}
          ended: true
)");
    REQUIRE(result.left.empty());
    REQUIRE(result.values == 6);
    REQUIRE(result.files.at("tests/t.yaml") == R"(# What the walk says.
suite: walk   # é
tests:
  - name: n
    from: menu.pick
    turns:
      - user: "the long walk"      # asked for by name
        expect: {says: [walk.who], options: 2, step: walk.who}   # here
      - tap: partner
        expect:
          says:
            [walk.partner, walk.more]   # not this one
          slots: {who: [partner]}
          ended: false
)");
}

TEST_CASE("tests that pass are not touched", "[analysis]") {
    const UpdatedTests result =
        updated("suite: s\ntests:\n  - {name: n, turns: [{tap: walk, expect: {says: [ walk.who ]}}]}\n");
    REQUIRE(result.files.empty());
    REQUIRE(result.values == 0);
}

TEST_CASE("all turns of a test are brought in line at once, and the result passes", "[analysis]") {
    const UpdatedTests result = updated(R"(suite: s
tests:
  - name: n
    turns:
      - {tap: walk, expect: {says: [], first: walk.me, interrupt: crisis, repair: back, under: []}}
      - {user: "i want to die", expect: {safety: none, crisis: false, step: "-", slots: {who: me}}}
)");
    REQUIRE(result.left.empty());
    const auto tests = read_tests(result.files, *small_bot());
    if (!tests) FAIL(to_text(tests.error()));
    REQUIRE_FALSE(run(*small_bot(), tests->conversations.front()));
}

TEST_CASE("what cannot be rewritten is left and told", "[analysis]") {
    const auto* expect = GENERATE("{says_some: [walk.end]}", "{slots: {signs: null}, says_some: [walk.end]}");
    CAPTURE(expect);
    const UpdatedTests result = updated(
        std::string("suite: s\ntests:\n  - {name: n, turns: [{tap: walk, expect: ") + expect + "}]}\n");
    REQUIRE(result.files.empty());
    REQUIRE(result.left.size() == 1);
}
