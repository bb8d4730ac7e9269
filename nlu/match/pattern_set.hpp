#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "nlu/match/word_pattern.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// Many word patterns searched in one pass. Immutable after `build`; safe from any thread; cheap to copy.
///
/// A set that runs out of automaton memory answers by trying pattern after pattern: "out of memory" is
/// never taken for "no match" (RE2::Set reports both as false).
class PatternSet {
public:
    /// An empty set matches nothing.
    PatternSet();

    /// Errors: `invalid_input` (RE2 refuses a pattern), `limit_exceeded` (the patterns do not fit in memory).
    static Result<PatternSet> build(std::vector<WordPattern> patterns);

    /// Indexes of all patterns found in `words` (normalised text), ascending.
    std::vector<int> match(std::string_view words) const;

    const WordPattern& operator[](int index) const;
    int size() const;

private:
    struct Impl;
    explicit PatternSet(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

}  // namespace attune::nlu
