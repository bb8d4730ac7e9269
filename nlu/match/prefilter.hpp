#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nlu/match/word_pattern.hpp"

namespace attune::nlu {

/// Names the few patterns that may match a text, by the words they need. Immutable; safe from any thread.
class Prefilter {
public:
    Prefilter() = default;
    explicit Prefilter(const std::vector<WordPattern>& patterns);

    /// Indexes of all patterns that may match `words` (normalised text), ascending. A pattern that is not
    /// among them does not match. O(words × stem lengths + candidates).
    std::vector<int> candidates(std::string_view words) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::vector<int>, Hash, std::equal_to<>>;

    static void add(const Index& index, std::string_view word, std::vector<int>& found);

    Index words_;
    Index stems_;
    std::vector<std::size_t> stem_lengths_;  // in bytes, ascending
    std::vector<int> always_;                // patterns that need no word
};

}  // namespace attune::nlu
