#include "dialogs/analysis/read_phrases.hpp"

#include "tests/unit/dialogs/analysis/tests_of.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::tests_of;

namespace {

ReadTests in_table(const std::string& content) {
    return read_tests({{"tests/words.csv", content}}, *small_bot());
}

/// What is wrong with how the one phrase of the file is understood.
std::string outcome(const ReadTests& tests) {
    if (!tests) FAIL(to_text(tests.error()));
    REQUIRE(tests->phrases.size() == 1);
    const auto failure = run(*small_bot(), tests->phrases.front());
    return failure ? failure->text : "";
}

}  // namespace

TEST_CASE("phrases stand in YAML or in a table, and pass when they are understood so", "[analysis]") {
    REQUIRE(
        outcome(tests_of("suite: s\nphrases:\n  - {user: \"the topic\", intent: ask_topic, safety: none}\n"))
            .empty());
    REQUIRE(outcome(in_table("user,intent\n\"the topic, please\",ask_topic\n")).empty());
    REQUIRE(outcome(in_table("user,safety\ni want to die,sui_active\n")).empty());
    REQUIRE(outcome(in_table("safety,intent,user\nnone,none,hello\n")).empty());
}

TEST_CASE("a phrase that is understood in another way says so, with the pattern", "[analysis]") {
    const std::string intent = outcome(in_table("user,intent\nthe topic,want_walk\n"));
    REQUIRE(intent.find("tests/words.csv:2: words, at user: \"the topic\"") == 0);
    REQUIRE(intent.find("intent: expected want_walk, got ask_topic by \"topic\"") != std::string::npos);
    const std::string safety = outcome(in_table("user,safety\nthe topic,sui_active\n"));
    REQUIRE(safety.find("safety: expected sui_active, got none") != std::string::npos);
}

TEST_CASE("a table with a fault is reported at its line", "[analysis]") {
    const auto [content, code, line] = GENERATE(table<std::string, std::string, int>({
        {"", "bad-csv", 1},
        {"user\nhi\n", "bad-csv", 1},
        {"user,intent,intent\n", "bad-csv", 1},
        {"user,meaning\n", "bad-csv", 1},
        {"user,intent\nhi\n", "bad-csv", 2},
        {"user,intent\nhi,ask_topik\n", "unknown-intent", 2},
        {"user,safety\nhi,none\nho,sui_actve\n", "unknown-class", 3},
    }));
    CAPTURE(content);
    const auto tests = in_table(content);
    REQUIRE_FALSE(tests);
    REQUIRE(tests.error()[0].code == code);
    REQUIRE(tests.error()[0].place.line == line);
}

TEST_CASE("a phrase in YAML says what it means", "[analysis]") {
    const auto tests = tests_of("suite: s\nphrases:\n  - {user: \"the topic\"}\n");
    REQUIRE_FALSE(tests);
    REQUIRE(tests.error()[0].code == "missing-key");
}
