#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "nlu/match/word_pattern.hpp"

namespace attune::nlu {

struct PatternNode;
using PatternSequence = std::vector<PatternNode>;

/// One piece of a word pattern.
struct PatternNode {
    enum class Kind {
        word,      ///< `text`, normalised
        stem,      ///< a word that starts with `text`
        number,    ///< digits
        gap,       ///< up to `most` words
        choice,    ///< one of `branches`
        optional,  ///< one of `branches`, or nothing
    };
    Kind kind = Kind::word;
    std::string text;
    int most = 0;
    std::vector<PatternSequence> branches;
};

/// A word pattern as read.
struct PatternTree {
    std::vector<PatternSequence> branches;
    bool whole = false;
};

/// Reads a pattern, lists written out. Pure; O(pattern × list sizes).
tl::expected<PatternTree, PatternError> parse_pattern(std::string_view pattern, const WordLists& lists);

}  // namespace attune::nlu
