#include "dialogs/analysis/read_tests.hpp"

#include "tests/unit/dialogs/analysis/tests_of.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::tests_of;
using Values = std::vector<std::string>;

TEST_CASE("a test is read with all that can be expected", "[analysis]") {
    const auto tests = tests_of(R"(
suite: walk
tests:
  - name: everything
    from: walk.more
    slots: {who: partner, signs: [fear, trust]}
    turns:
      - user: "more please"
        expect: {says: [walk.again, walk.more], says_some: [walk.more], step: walk.more, options: 2, ended: false,
                 safety: none, crisis: false, slots: {who: partner, signs: [trust, fear]}}
      - tap: [more, enough]
      - wait: 10m
        expect: {says: [], slots: {signs: null}}
)");
    REQUIRE(tests);
    const ConversationTest& test = tests->conversations.front();
    REQUIRE(test.suite == "walk");
    REQUIRE(test.place.line == 4);
    REQUIRE(test.from->stack.front().step == "more");
    REQUIRE(test.from->stack.front().slots.at("who") == Values{"partner"});
    REQUIRE(test.from->slots.at("signs") == Values{"trust", "fear"});
    REQUIRE(test.turns.size() == 3);
    REQUIRE(std::get<Said>(test.turns[0].event).text == "more please");
    REQUIRE(test.turns[0].expect.says == Values{"walk.again", "walk.more"});
    REQUIRE(test.turns[0].expect.options == 2);
    REQUIRE(test.turns[0].expect.slots[1].values == Values{"trust", "fear"});
    REQUIRE(std::get<Chose>(test.turns[1].event).values == Values{"more", "enough"});
    REQUIRE(test.turns[2].wait == 600'000);
    REQUIRE(test.turns[2].expect.says == Values{});
    REQUIRE_FALSE(test.turns[2].expect.slots[0].values);
}

TEST_CASE("only the files in tests/ are read", "[analysis]") {
    const auto tests = read_tests({{"flows/x.yaml", "no tests"}}, *small_bot());
    REQUIRE(tests);
    REQUIRE(tests->conversations.empty());
}

TEST_CASE("a name that the bot does not have is reported with the nearest one", "[analysis]") {
    const auto [turn, code, help] = GENERATE(table<std::string, std::string, std::string>({
        {"expect: {says: [walk.agai]}", "unknown-line", "walk.again"},
        {"expect: {says_some: [walk.mroe]}", "unknown-line", "walk.more"},
        {"expect: {step: wlak.more}", "unknown-flow", "walk"},
        {"expect: {step: walk.mor}", "unknown-step", "more"},
        {"expect: {slots: {sings: [trust]}}", "unknown-slot", "signs"},
        {"expect: {slots: {signs: [trusd]}}", "unknown-value", "trust"},
        {"expect: {safety: self_ham}", "unknown-class", "self_harm"},
        {"expect: {first: walk.mroe}", "unknown-line", "walk.more"},
        {"expect: {interrupt: persom}", "unknown-interrupt", "person"},
        {"expect: {repair: repat}", "unknown-repair", "repeat"},
        {"expect: {under: [walk.mor]}", "unknown-step", "more"},
        {"expect: {stpe: walk.more}", "unknown-key", "step"},
    }));
    CAPTURE(turn);
    const auto tests =
        tests_of("suite: s\ntests:\n  - name: n\n    turns:\n      - user: \"hi\"\n        " + turn + "\n");
    REQUIRE_FALSE(tests);
    REQUIRE(tests.error().size() == 1);
    REQUIRE(tests.error()[0].code == code);
    REQUIRE(tests.error()[0].place.line == 6);
    REQUIRE(to_text(tests.error()).find("'" + help + "'") != std::string::npos);
}

TEST_CASE("a malformed test is reported at its place", "[analysis]") {
    const auto [test, code] = GENERATE(table<std::string, std::string>({
        {"{name: n, turns: [{user: \"a\", tap: b}]}", "bad-turn"},
        {"{name: n, turns: [{expect: {says: []}}]}", "bad-turn"},
        {"{name: n, turns: [{wait: soon}]}", "bad-value"},
        {"{name: n, turns: [{user: \"a\", expect: {options: many}}]}", "bad-value"},
        {"{name: n, from: walk, turns: []}", "bad-value"},
        {"{name: n, slots: {signs: [trust]}, turns: []}", "bad-value"},
        {"{turns: []}", "missing-key"},
        {"{name: n}", "missing-key"},
        {"{name: n, turns: 3}", "wrong-type"},
        {"just words", "wrong-type"},
    }));
    CAPTURE(test);
    const auto tests = tests_of("suite: s\ntests:\n  - " + test + "\n");
    REQUIRE_FALSE(tests);
    REQUIRE(tests.error()[0].code == code);
    REQUIRE(tests.error()[0].place.line == 3);
}

TEST_CASE("all errors of all files are reported together", "[analysis]") {
    const std::string bad = "suite: s\ntests:\n  - {name: n, turns: [{}, {wait: x}]}\n";
    const auto tests = read_tests({{"tests/a.yaml", bad}, {"tests/b.yaml", bad}}, *small_bot());
    REQUIRE_FALSE(tests);
    REQUIRE(tests.error().size() == 4);
}
