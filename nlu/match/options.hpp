#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_set.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// One thing that can be answered to a question.
struct Option {
    std::string value;                  ///< stable id, `[a-z0-9_]+`
    std::string label;                  ///< what the visitor reads on the button
    std::vector<WordPattern> patterns;  ///< other ways to say it
};

/// How an answer was recognised, strongest first.
enum class AnswerBy { id, number, ordinal, label, pattern };
std::string_view name_of(AnswerBy by);

/// An answer found in a message.
struct Answer {
    int option = 0;           ///< index of the option, from 0
    AnswerBy by = AnswerBy::id;
    int specificity = 0;      ///< words that were matched
    bool exact = false;       ///< the message says this and nothing else
    std::string pattern;      ///< the pattern's source where `by` is pattern
};

/// Recognises answers to one question: by id, by number ("2", "number 2", "two"), by ordinal ("the second
/// one", "last"), by label (whole, or its words inside a longer message), by pattern.
/// Polite words around an answer ("the first one please", "um, trust") do not make it less exact.
/// Immutable after `build`; safe from any thread.
class OptionMatcher {
public:
    OptionMatcher() = default;
    static Result<OptionMatcher> build(std::vector<Option> options);

    /// The one best answer in `words` (normalised text), or nothing; also nothing when two different options
    /// fit equally well. O(words + options).
    std::vector<Answer> match_one(std::string_view words) const;

    /// All answers in `words`, for a question that takes several: "1, 3 and the last one", "trust and
    /// feeling numb". In option order, each option once.
    std::vector<Answer> match_many(std::string_view words) const;

    const std::vector<Option>& options() const { return options_; }

private:
    std::vector<Option> options_;
    PatternSet patterns_;
    std::vector<int> option_of_pattern_;
};

}  // namespace attune::nlu
