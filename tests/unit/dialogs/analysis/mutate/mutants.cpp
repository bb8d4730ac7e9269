#include <algorithm>
#include <map>

#include "dialogs/analysis/mutate/try_mutants.hpp"
#include "tests/unit/dialogs/analysis/tests_of.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::tests_of;
using attune::dialogs::test::tiny_bot;

namespace {

const auto always = [](std::size_t, std::size_t) { return true; };

MutationScore score_of(const std::string& turns) {
    const auto tests = tests_of("suite: s\ntests:\n  - name: n\n    from: walk.more\n    turns:\n" + turns);
    if (!tests) FAIL(to_text(tests.error()));
    return try_mutants(*small_bot(), tests->conversations, always);
}

bool is_missed(const MutationScore& score, const std::string& what) {
    return std::any_of(score.missed.begin(), score.missed.end(),
                       [&](const Mutant& each) { return each.what == what; });
}

}  // namespace

TEST_CASE("faults of every kind are made", "[analysis][mutate]") {
    std::map<std::string, int> kinds;
    for (const BotFiles& files : {tiny_bot()}) {
        for (const Mutant& mutant : mutants_of(*load(files).value())) ++kinds[mutant.kind];
    }
    for (const Mutant& mutant : mutants_of(*small_bot())) ++kinds[mutant.kind];
    for (const char* kind :
         {"drop-line", "drop-rung", "drop-why", "drop-skip", "drop-jump", "swap-targets", "widen-pattern",
          "change-value", "negate-condition", "drop-interrupt", "drop-start", "drop-crisis-mark"}) {
        CAPTURE(kind);
        REQUIRE(kinds[kind] > 0);
    }
}

TEST_CASE("a test notices the faults in what it looks at, and misses the others", "[analysis][mutate]") {
    const MutationScore score = score_of(R"(
      - {user: "x", expect: {says: [walk.nm, walk.more]}}
      - {user: "x", expect: {says: [walk.leave, walk.end, menu.1]}}
)");
    for (const char* what :
         {"line walk.nm is not said", "line walk.leave is not said", "line walk.more is not said",
          "rung 1 of walk.more is dropped", "rung 2 of walk.more is dropped"}) {
        CAPTURE(what);
        REQUIRE_FALSE(is_missed(score, what));
    }
    for (const char* what : {"line walk.again is not said", "more and enough of walk.more are swapped",
                             "the command back is not heard", "crisis is not marked as crisis"}) {
        CAPTURE(what);
        REQUIRE(is_missed(score, what));
    }
    REQUIRE(score.tried == mutants_of(*small_bot()).size());
    REQUIRE(score.noticed + score.missed.size() == score.tried);
}

TEST_CASE("each fault is healed before the next is tried", "[analysis][mutate]") {
    const MutationScore score = score_of("      - {user: \"x\", expect: {says: [walk.nm, walk.more]}}\n");
    const MutationScore again = score_of("      - {user: \"x\", expect: {says: [walk.nm, walk.more]}}\n");
    REQUIRE(score.noticed == again.noticed);
    REQUIRE(score.noticed > 0);
    REQUIRE(score.noticed < 12);
}

TEST_CASE("trying stops when it is told to, and only what was tried counts", "[analysis][mutate]") {
    const auto tests =
        tests_of("suite: s\ntests:\n  - {name: n, turns: [{tap: walk, expect: {says: [walk.who]}}]}\n");
    const MutationScore score = try_mutants(*small_bot(), tests->conversations,
                                            [](std::size_t done, std::size_t) { return done < 5; });
    REQUIRE(score.tried == 5);
    REQUIRE(MutationScore{}.percent() == 100.0);
}
