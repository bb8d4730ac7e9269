#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attune::nlu {

/// How often words, and pairs of neighbouring words, stand in the texts of a bot. A plain value.
class WordCounts {
public:
    /// @param words  normalised. @param times  how often to count each.
    void add(std::string_view words, int times = 1);

    /// O(1).
    int of(std::string_view word) const;
    int of_pair(std::string_view first, std::string_view second) const;

    /// Every word with its count; in no order.
    const std::unordered_map<std::string, int>& words() const { return words_; }

private:
    std::unordered_map<std::string, int> words_;
    std::unordered_map<std::uint64_t, int> pairs_;  // by hash
};

}  // namespace attune::nlu
