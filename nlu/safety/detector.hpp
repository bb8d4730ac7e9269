#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_set.hpp"
#include "nlu/result.hpp"
#include "nlu/safety/frames.hpp"
#include "nlu/safety/signal.hpp"
#include "nlu/safety/spelling.hpp"
#include "nlu/text/vocabulary.hpp"

namespace attune::nlu {

/// Patterns for one class of danger.
struct SafetyRule {
    std::string safety_class;  ///< e.g. `sui_active`; the names stand in the dialog language's reference
    SafetyLevel level = SafetyLevel::high;
    std::vector<WordPattern> patterns;
};

/// The layer of reviewed phrases. Immutable after `build`; safe from any thread. Looks at the normalised text
/// and at it with disguises undone: spaced-out letters ("d i e"), digits and signs for letters ("k1ll
/// mys3lf"), letters repeated for emphasis ("dieee"), slips of the finger ("sucide"). What zero-width
/// characters, capitals or punctuation are added to a message never takes it out of the net.
class SafetyDetector {
public:
    SafetyDetector() = default;
    /// Errors: those of PatternSet and SafetyFrames.
    static Result<SafetyDetector> build(std::vector<SafetyRule> rules, std::vector<SafetyFrame> frames = {},
                                        SafetySpelling spelling = {});

    /// The most urgent signal in the visitor's raw text, or nothing; of equal ones the first declared.
    std::optional<SafetySignal> detect(std::string_view text) const;

    /// The text as it stands, normalised, and as it may have been meant; at least one, without repeats.
    std::vector<std::string> readings(std::string_view text) const;

    /// The most urgent signal in one reading. What a frame covers does not count, unless other words of the
    /// reading speak of suicide, or `wary`: the last messages did.
    std::optional<SafetySignal> detect_words(std::string_view words, bool wary = false) const;

    /// A reading without the phrases that only sound like danger.
    std::string without_frames(std::string_view words) const { return frames_.without(words).words; }

    /// A reading in which every word that no pattern is made of is `_`.
    std::string known_words(std::string_view words) const;

    /// The words that the patterns are made of.
    const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    // Index of the more urgent of pattern `best` (-1: none) and those found in `words`.
    int most_urgent(std::string_view words, int best) const;
    const SafetySignal& signal(int pattern) const { return signals_[static_cast<std::size_t>(pattern)]; }

    PatternSet patterns_;
    std::vector<SafetySignal> signals_;  // one a pattern
    SafetyFrames frames_;
    SafetySpelling spelling_;
    Vocabulary vocabulary_;
};

}  // namespace attune::nlu
