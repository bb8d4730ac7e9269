#include "dialogs/language/read_own_questions.hpp"

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/language/translation.hpp"
#include "dialogs/script/duration.hpp"

namespace attune::dialogs {

namespace {

constexpr long long minute = 60'000;
constexpr long long day = 24 * 60 * minute;

/// The patterns of an option that is none of a step's: those of the language that is read.
std::vector<nlu::WordPattern> patterns(const Fields& fields, const std::string& key, const Scope& scope) {
    const Node* match = fields.find("match");
    if (scope.translation != nullptr) {
        const Node* own = scope.translation->patterns("bot", key);
        if (own != nullptr || !scope.translation->may_have_gaps()) match = own;
    }
    return read_patterns(match, "match", scope.names, scope.report);
}

nlu::Option read_choice(const Node* node, const std::string& question, const std::string& value,
                        const Scope& scope) {
    nlu::Option option;
    option.value = value;
    if (node == nullptr) return option;
    const Fields fields(*node, "a choice", {"label", "match"}, scope.report);
    const std::string key = "options." + question + "." + value;
    if (const Node* label = fields.need("label"))
        option.label = read_fixed(&words_of(scope, key, *label), "a choice's label", scope);
    option.patterns = patterns(fields, key, scope);
    return option;
}

}  // namespace

DidYouMean read_did_you_mean(const Node* node, const Scope& scope) {
    DidYouMean question;
    if (node == nullptr) return question;
    const Fields fields(*node, "did_you_mean", {"say", "none", "sure"}, scope.report);
    question.say = read_lines(fields.need("say"), "say", scope);
    question.none = read_choice(fields.need("none"), "did_you_mean", "none", scope);
    if (const Node* sure = fields.find("sure")) {
        question.sure =
            patterns(Fields(*sure, "sure", {"match"}, scope.report), "options.did_you_mean.sure", scope);
    }
    return question;
}

AfterSilence read_after_silence(const Node* node, const Scope& scope) {
    AfterSilence question;
    if (node == nullptr) return question;
    const Fields fields(*node, "after_silence", {"after", "say", "go_on", "menu"}, scope.report);
    question.after_ms = read_duration(fields.need("after"), minute, 30 * day, scope.report);
    question.say = read_lines(fields.need("say"), "say", scope);
    question.go_on = read_choice(fields.need("go_on"), "after_silence", "go_on", scope);
    question.menu = read_choice(fields.need("menu"), "after_silence", "menu", scope);
    return question;
}

long long read_duration(const Node* node, long long shortest, long long longest, Report& report) {
    const std::string written = read_text(node, "a length of time", report);
    if (written.empty()) return shortest;
    const auto length = parse_duration(written, longest);
    if (length && *length >= shortest) return *length;
    report.add("bad-value", node->place,
               quoted(written) + " does not fit; expected a time from " + std::to_string(shortest / 1000) +
                   "s to " + std::to_string(longest / day) + "d, like 30s, 10m, 2h or 3d");
    return shortest;
}

}  // namespace attune::dialogs
