#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "nlu/match/word_pattern.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// How a set searches. The defaults are measured; tests force the ways that are seldom taken.
struct PatternSetLimits {
    int largest_automaton =
        200;  ///< up to so many patterns one RE2::Set; above, single RE2s behind a word filter
    std::int64_t automaton_bytes = 0;  ///< memory of the RE2::Set; 0: grows with the number of patterns
};

/// Many word patterns searched in one pass. Immutable after `build`; safe from any thread; cheap to copy.
///
/// A set that runs out of automaton memory answers by trying pattern after pattern: "out of memory" is
/// never taken for "no match" (RE2::Set reports both as false).
class PatternSet {
public:
    /// An empty set matches nothing.
    PatternSet();

    /// Errors: `invalid_input` (RE2 refuses a pattern), `limit_exceeded` (the patterns do not fit in memory).
    static Result<PatternSet> build(std::vector<WordPattern> patterns, PatternSetLimits limits = {});

    /// Indexes of all patterns found in `words` (normalised text), ascending.
    std::vector<int> match(std::string_view words) const;

    /// True when the pattern matches all of `words`, not a part only. O(words).
    bool covers(int index, std::string_view words) const;

    /// The words that the pattern fits, with the spaces around them; empty when it fits none. O(words).
    std::string_view part(int index, std::string_view words) const;

    /// @pre 0 ≤ index < size().
    const WordPattern& operator[](int index) const;
    int size() const;

private:
    struct Impl;
    explicit PatternSet(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

}  // namespace attune::nlu
