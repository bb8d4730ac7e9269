#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_set.hpp"
#include "nlu/result.hpp"
#include "nlu/text/vocabulary.hpp"

namespace attune::nlu {

/// How urgent a signal is, from a gentle check-in to danger now. A crisis response is due from moderate up.
enum class SafetyLevel { check, moderate, high, imminent };
std::string_view name_of(SafetyLevel level);

/// Patterns for one class of danger. There are no vetoes: a rule can only add to what is caught.
struct SafetyRule {
    std::string safety_class;  ///< e.g. `sui_active`; the names stand in the dialog language's reference
    SafetyLevel level = SafetyLevel::high;
    std::vector<WordPattern> patterns;
};

/// What was seen in a message.
struct SafetySignal {
    std::string safety_class;
    SafetyLevel level = SafetyLevel::check;
    std::string pattern;  ///< source of the pattern that matched
};

/// The safety net: looks at every message before anything else does. Immutable after `build`; safe from any
/// thread. Looks at the normalised text and at it with disguises undone: spaced-out letters ("d i e"),
/// digits and signs for letters ("k1ll mys3lf"), letters repeated for emphasis ("dieee").
/// What zero-width characters, capitals or punctuation are added to a message never takes it out of the net.
class SafetyDetector {
public:
    SafetyDetector() = default;
    /// Errors: those of PatternSet.
    static Result<SafetyDetector> build(std::vector<SafetyRule> rules);

    /// The most urgent signal in the visitor's raw text, or nothing; of equal ones the first declared.
    std::optional<SafetySignal> detect(std::string_view text) const;

private:
    // Index of the more urgent of pattern `best` (-1: none) and those found in `words`.
    int most_urgent(std::string_view words, int best) const;

    PatternSet patterns_;
    std::vector<SafetySignal> signal_of_pattern_;
    Vocabulary vocabulary_;
};

}  // namespace attune::nlu
