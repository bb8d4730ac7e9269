#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::nlu {

/// Mends slips of the finger in the few words that danger is told with, and in no others: a mended word that
/// was meant as it was written would raise alarms. (The `Speller` of all other words knows no names and no danger.) Immutable; safe from any thread.
class SafetySpelling {
public:
    SafetySpelling() = default;

    /// @param words  that one letter wrong, missing, too many or two swapped is taken for; at least six
    /// letters
    /// @param slips  what is written → what is meant, for shorter words
    SafetySpelling(const std::vector<std::string>& words, const std::map<std::string, std::string>& slips);

    /// Normalised text with its slips mended, or nothing when there are none. O(bytes).
    std::optional<std::string> mended(std::string_view words) const;

    static constexpr std::size_t shortest = 6;  ///< letters; a shorter word has too many neighbours

private:
    std::string_view meant(std::string_view word) const;

    std::unordered_map<std::string, std::string> slips_;
    std::unordered_map<char, std::vector<std::string>> by_first_letter_;
};

}  // namespace attune::nlu
