#include "dialogs/analysis/conversation_test.hpp"

#include "tests/unit/dialogs/analysis/tests_of.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::tests_of;

namespace {

/// What comes of one test with these turns: empty when all was as expected.
std::string outcome(const std::string& turns, const std::string& start = "") {
    const auto tests = tests_of("suite: s\ntests:\n  - name: n\n" + start + "    turns:\n" + turns);
    if (!tests) FAIL(to_text(tests.error()));
    const auto failure = run(*small_bot(), tests->conversations.front());
    return failure ? failure->text : "";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a conversation that goes as written passes", "[analysis]") {
    REQUIRE(outcome(R"(
      - tap: walk
        expect: {says: [walk.who], step: walk.who, options: 2, slots: {who: null}}
      - user: "my husband"
        expect: {says: [walk.partner, walk.more], slots: {who: partner}, safety: none, crisis: false, ended: false}
      - wait: 10m
        expect: {says: []}
      - user: "i want to die"
        expect: {says_some: [cri.1], safety: sui_active, crisis: true, step: crisis.next}
      - user: "bye"
        expect: {says: [bye.1], ended: true, step: "-"}
)")
                .empty());
}

TEST_CASE("a test can start at a step with slots filled", "[analysis]") {
    REQUIRE(outcome("      - user: \"enough\"\n        expect: {step: menu.pick, slots: {signs: [fear]}}\n",
                    "    from: walk.more\n    slots: {who: partner, signs: [fear]}\n")
                .empty());
}

TEST_CASE("each expectation can fail, and says what was expected and what came", "[analysis]") {
    const auto [expect, told] = GENERATE(table<std::string, std::string>({
        {"says: [walk.more]", "says: expected [walk.more], got [walk.who]"},
        {"says: []", "says: expected [], got [walk.who]"},
        {"says_some: [walk.more]", "says_some: expected walk.more, got [walk.who]"},
        {"step: walk.more", "step: expected walk.more, got walk.who"},
        {"slots: {who: me}", "slot who: expected [me], got not answered"},
        {"options: 3", "options: expected 3, got 2"},
        {"ended: true", "ended: expected true, got false"},
        {"safety: sui_active", "safety: expected sui_active, got none"},
        {"crisis: true", "crisis: expected true, got false"},
        {"first: walk.more", "first: expected walk.more, got walk.who"},
        {"under: [menu.pick, walk.who]", "under: expected [menu.pick, walk.who], got [menu.again]"},
        {"interrupt: crisis", "interrupt: expected crisis, got none"},
        {"repair: back", "repair: expected back, got none"},
    }));
    CAPTURE(expect);
    const std::string text = outcome("      - user: \"the walk\"\n        expect: {" + expect + "}\n");
    REQUIRE(has(text, told));
    REQUIRE(has(text, "tests/t.yaml:5: s: n, at user: \"the walk\""));
}

TEST_CASE("a failure tells where the conversation is, which rule won and why the others lost", "[analysis]") {
    const std::string text = outcome(R"(
      - user: "show me the signs and the topic"
        expect: {says: []}
)");
    CAPTURE(text);
    REQUIRE(has(text, "now at: signs.tick"));
    REQUIRE(has(text, "won: start signs by \"show ... signs\""));
    REQUIRE(has(text, "lost: start topic by \"topic\" because "));
}

TEST_CASE("a button that is not on offer fails, unless silence is expected", "[analysis]") {
    REQUIRE(has(outcome("      - tap: partner\n"), "tap: expected one of [walk, sign_list, loop]"));
    REQUIRE(outcome("      - tap: partner\n        expect: {says: [], step: menu.pick}\n").empty());
}

TEST_CASE("the first turn that is not as expected ends the test", "[analysis]") {
    const std::string text = outcome(R"(
      - tap: walk
        expect: {says: []}
      - tap: walk
        expect: {options: 7}
)");
    REQUIRE(has(text, "says: expected [], got [walk.who]"));
    REQUIRE_FALSE(has(text, "options"));
}

TEST_CASE("what broke in, how it was mended and what waits beneath can be expected", "[analysis]") {
    REQUIRE(outcome(R"(
      - user: "i want to die"
        expect: {interrupt: crisis, repair: none, first: cri.1, under: [walk.who]}
      - tap: go_on
        expect: {interrupt: none, under: []}
      - user: "nonsense"
        expect: {repair: no_match}
      - user: "say that again"
        expect: {repair: repeat}
      - user: "the topic"
        expect: {interrupt: topic}
      - user: "talk to a person"
        expect: {interrupt: person, repair: none}
)",
                    "    from: walk.who\n")
                .empty());
}

TEST_CASE("each channel has a run of its own, and the clock starts where the suite says", "[analysis]") {
    const auto tests = tests_of(
        "suite: s\nclock: 2026-01-05T10:00:00Z\nchannels: [web, whatsapp]\ntests:\n"
        "  - {name: n, turns: [{wait: 1m}, {user: hello}]}\n");
    REQUIRE(tests);
    REQUIRE(tests->conversations.size() == 2);
    REQUIRE(title_of(tests->conversations[1]) == "s: n [whatsapp]");
    std::vector<Time> times;
    const auto broken = hold(*small_bot(), tests->conversations[0], [&](const HeldTurn& held) {
        times.push_back(held.turn.state.at);
        return true;
    });
    REQUIRE_FALSE(broken);
    REQUIRE(times == std::vector<Time>{1'767'607'200'000, 1'767'607'200'000, 1'767'607'260'000});
}
