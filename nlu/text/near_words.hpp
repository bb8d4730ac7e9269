#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::nlu {

/// Finds the words of a list that are few slips away from another. Immutable; safe from any thread.
///
/// Two words that one or two slips part have a word in common that comes of leaving out at most as many
/// letters of each: every such shortening of the list's words is kept (as a hash), those of the word asked
/// for are looked up, and what is found is compared. Source: Garbe's symmetric deletion.
class NearWords {
public:
    NearWords() = default;
    /// @param words  of ASCII letters; those of fewer letters than `shortest` are left out.
    explicit NearWords(std::vector<std::string> words);

    struct Near {
        std::string_view word;  ///< lives as long as the list
        int slips = 1;
    };
    /// All words of the list that are one slip away, or two where `word` and they have at least
    /// `long_enough_for_two` letters; not `word` itself. In the list's order. O(letters²) look-ups.
    std::vector<Near> of(std::string_view word) const;

    static constexpr std::size_t shortest = 3;
    static constexpr std::size_t long_enough_for_two = 8;
    static constexpr std::size_t longest = 24;

private:
    std::vector<std::string> words_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shortened_;  // hash, index of the word; ascending
};

/// Letters wrong, missing, too many, or neighbours swapped, that part `a` from `b`; `more_than` + 1 where it
/// is more.
/// @param more_than  1 or 2. Pure; O(bytes²).
int slips_between(std::string_view a, std::string_view b, int more_than);

}  // namespace attune::nlu
