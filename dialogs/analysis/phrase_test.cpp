#include "dialogs/analysis/phrase_test.hpp"

namespace attune::dialogs {

namespace {

std::string found(const std::string& what, const std::string& expected, const std::string& got,
                  const std::string& by) {
    return "  " + what + ": expected " + expected + ", got " + got +
           (by.empty() ? "" : " by \"" + by + "\"") + "\n";
}

std::string wrong_intent(const nlu::Understanding& understood, const std::string& expected) {
    const bool none = understood.intents.empty();
    const std::string got = none ? "none" : understood.intents.front().name;
    if (got == expected) return "";
    std::string text = found("intent", expected, got, none ? "" : understood.intents.front().pattern);
    for (std::size_t i = 1; i < understood.intents.size(); ++i) {
        const nlu::IntentMatch& loser = understood.intents[i];
        text += "  lost: " + loser.name + " by \"" + loser.pattern + "\" because the winner is surer\n";
    }
    for (const nlu::IntentMatch& guess : understood.guesses)
        text += "  not sure enough: " + guess.name + "\n";
    return text;
}

std::string wrong_safety(const nlu::Understanding& understood, const std::string& expected) {
    const std::string got = understood.safety ? understood.safety->safety_class : "none";
    if (got == expected) return "";
    return found("safety", expected, got, understood.safety ? understood.safety->pattern : "");
}

}  // namespace

std::optional<TestFailure> run(const Script& script, const PhraseTest& test) {
    const nlu::Understanding understood = script.understander.understand(test.user, {});
    std::string text;
    if (test.intent) text += wrong_intent(understood, *test.intent);
    if (test.safety) text += wrong_safety(understood, *test.safety);
    if (text.empty()) return std::nullopt;
    const std::string where = test.place.file + ":" + std::to_string(test.place.line);
    return TestFailure{test.place, where + ": " + test.suite + ", at user: \"" + test.user + "\"\n" + text +
                                       "  heard:" + understood.words};
}

}  // namespace attune::dialogs
