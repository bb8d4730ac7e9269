#pragma once

#include <cstddef>
#include <memory>
#include <optional>
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
    int option = 0;  ///< index of the option, from 0
    AnswerBy by = AnswerBy::id;
    int specificity = 0;  ///< words that were matched
    bool exact = false;   ///< the message says this and nothing else
    std::string pattern;  ///< the pattern's source where `by` is pattern
};

/// Recognises answers to one question: by id, by number ("2", "number 2", "two"), by ordinal ("the second
/// one", "last"), by label (whole, or its words inside a longer message), by pattern.
/// Polite words around an answer ("the first one please", "um, trust") do not make it less exact.
/// Immutable after `build`; safe from any thread.
class OptionMatcher {
public:
    OptionMatcher() = default;
    /// Errors: those of PatternSet.
    static Result<OptionMatcher> build(std::vector<Option> options);

    /// The one best answer in `words` (normalised text), or nothing; also nothing when two different options
    /// fit equally well. A number is an answer only when it is all that is said. Small slips of the finger in
    /// a label are overlooked when nothing else fits. O(words × options).
    std::vector<Answer> match_one(std::string_view words) const;

    /// All answers in `words`, for a question that takes several: "1, 3 and the last one", "trust and
    /// feeling numb", "all of them", "all but the second". In option order, each option once. A list with a
    /// number that no option has is no answer. Empty for "none of these" too: see `says_none`.
    std::vector<Answer> match_many(std::string_view words) const;

    const std::vector<Option>& options() const { return options_; }

private:
    struct Said;   // a message, taken apart
    struct Texts;  // an option's id and label, taken apart
    using Answers = std::vector<Answer>;

    // Each finds all options that fit in one way.
    Answers by_name(const Said& said) const;
    Answers by_number(const Said& said) const;
    Answers by_label(const Said& said) const;
    Answers by_whole_pattern(const Said& said) const;
    Answers inside(const Said& said) const;
    Answers by_slip(const Said& said) const;

    // For several answers. `listed` reads a message without an exception ("all but …").
    Answers listed(const Said& said) const;
    Answers all_but(Answers kept, const Answers& dropped) const;
    std::optional<Answers> list_of_numbers(const Said& said) const;
    Answers one_a_part(const Said& said) const;
    Answers everything() const;

    Answer answer(std::size_t option, AnswerBy by, std::size_t words, bool exact) const;
    Answer pattern_answer(int pattern, bool exact) const;
    std::optional<std::size_t> option_at(int place) const;

    std::vector<Option> options_;
    std::vector<std::shared_ptr<const Texts>> texts_;
    PatternSet patterns_;
    std::vector<int> option_of_pattern_;
};

/// True when `words` (normalised text) says that no option fits: "none of these". Pure; O(words).
bool says_none(std::string_view words);

}  // namespace attune::nlu
