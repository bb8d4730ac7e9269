#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_set.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// What a visitor may want, as patterns: it is meant when any pattern of `any` matches (or `any` is empty),
/// all of `all_of` match and none of `unless` does.
struct IntentRule {
    std::string name;
    std::vector<WordPattern> any;
    std::vector<WordPattern> all_of;
    std::vector<WordPattern> unless;
};

/// An intent recognised in a message.
struct IntentMatch {
    enum class By { pattern, classifier };
    std::string name;
    std::string pattern;      ///< source of the most specific pattern that matched, or the nearest example
    int specificity = 0;      ///< words that had to be there; 0 by the classifier
    bool whole = false;       ///< by a `just:` pattern
    By by = By::pattern;
    double confidence = 1.0;  ///< how often a match like this one is right, 0 to 1
};

/// Recognises intents. Immutable after `build`; safe from any thread.
class IntentMatcher {
public:
    IntentMatcher() = default;
    /// Errors: `invalid_input` (a rule with neither `any` nor `all_of`), and those of PatternSet.
    static Result<IntentMatcher> build(std::vector<IntentRule> rules);

    /// All intents in `words` (normalised text): whole-message matches first, then by falling specificity,
    /// then in declared order.
    std::vector<IntentMatch> match(std::string_view words) const;

    /// Every word of the patterns, but for beginnings of words (`attach*`); sorted, each once. O(words).
    std::vector<std::string> words() const;

private:
    struct Range {
        int first = 0;
        int last = 0;
    };  // patterns [first, last) of the set
    struct Rule {
        std::string name;
        Range any, all_of, unless;
    };
    // `found`: all patterns that match, ascending.
    std::optional<IntentMatch> match_rule(const Rule& rule, const std::vector<int>& found) const;

    std::vector<Rule> rules_;
    PatternSet patterns_;
};

}  // namespace attune::nlu
