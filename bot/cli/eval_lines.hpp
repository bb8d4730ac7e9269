#pragma once

#include <string>
#include <vector>

#include "bot/cli/ranking.hpp"
#include "nlu/result.hpp"

namespace attune::bot {

/// A message whose meaning somebody has told.
struct LabeledLine {
    std::string text;
    std::string label;
    std::vector<std::string> also;  ///< as good as the label
};

/// One a line, JSON. Errors: `not_found` (no such file), `invalid_input` (names file and line, not the words).
Result<std::vector<LabeledLine>> read_labeled_lines(const std::string& file);

/// A line and what was made of it.
struct Outcome {
    LabeledLine line;
    Ranked ranked;

    /// True when the intent is the label or as good.
    bool fits(const std::string& intent) const;
    /// The first of the ranking; `out_of_scope` where the message was rejected.
    std::string first() const;
    /// True when the first is right.
    bool right() const { return fits(first()); }
    /// True when a right one is among the first `count`.
    bool right_within(std::size_t count) const;
};

inline constexpr const char* out_of_scope = "out_of_scope";

}  // namespace attune::bot
