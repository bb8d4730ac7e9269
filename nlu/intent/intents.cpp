#include "nlu/intent/intents.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace attune::nlu {
namespace {

bool is_in(const std::vector<int>& sorted, int index) {
    return std::binary_search(sorted.begin(), sorted.end(), index);
}

// More precise first; the whole message is as precise as it gets.
bool is_better(const IntentMatch& a, const IntentMatch& b) {
    if (a.whole != b.whole) return a.whole;
    return a.specificity > b.specificity;
}

}  // namespace

Result<IntentMatcher> IntentMatcher::build(std::vector<IntentRule> rules) {
    IntentMatcher matcher;
    std::vector<WordPattern> all;
    const auto add = [&all](std::vector<WordPattern>& patterns) {
        const int first = static_cast<int>(all.size());
        std::move(patterns.begin(), patterns.end(), std::back_inserter(all));
        return Range{first, static_cast<int>(all.size())};
    };
    for (IntentRule& rule : rules) {
        if (rule.any.empty() && rule.all_of.empty()) {
            return failure(Errc::invalid_input, "intent without a pattern: " + rule.name);
        }
        const Range any = add(rule.any);
        const Range all_of = add(rule.all_of);
        const Range unless = add(rule.unless);
        matcher.rules_.push_back(Rule{std::move(rule.name), any, all_of, unless});
    }
    auto patterns = PatternSet::build(std::move(all));
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    matcher.patterns_ = std::move(*patterns);
    return matcher;
}

std::vector<std::string> IntentMatcher::words() const {
    std::vector<std::string> words;
    for (int i = 0; i < patterns_.size(); ++i) {
        for (const std::string& word : patterns_[i].words) {
            if (!word.ends_with('*')) words.push_back(word);
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<IntentMatch> IntentMatcher::match(std::string_view words) const {
    const std::vector<int> found = patterns_.match(words);
    std::vector<IntentMatch> intents;
    if (found.empty()) return intents;
    for (const Rule& rule : rules_) {
        std::optional<IntentMatch> best = match_rule(rule, found);
        if (best) intents.push_back(std::move(*best));
    }
    std::stable_sort(intents.begin(), intents.end(), is_better);
    return intents;
}

std::optional<IntentMatch> IntentMatcher::match_rule(const Rule& rule, const std::vector<int>& found) const {
    for (int i = rule.unless.first; i < rule.unless.last; ++i) {
        if (is_in(found, i)) return std::nullopt;
    }
    for (int i = rule.all_of.first; i < rule.all_of.last; ++i) {
        if (!is_in(found, i)) return std::nullopt;
    }
    std::optional<IntentMatch> best;
    const auto consider = [&](Range range) {
        for (int i = range.first; i < range.last; ++i) {
            if (!is_in(found, i)) continue;
            const WordPattern& pattern = patterns_[i];
            IntentMatch match;
            match.name = rule.name;
            match.pattern = pattern.source;
            match.specificity = pattern.specificity;
            match.whole = pattern.whole;
            if (!best || is_better(match, *best)) best = std::move(match);
        }
    };
    consider(rule.any);
    if (!best && rule.any.first < rule.any.last) return std::nullopt;
    consider(rule.all_of);
    return best;
}

}  // namespace attune::nlu
