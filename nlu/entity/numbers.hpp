#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// A number, and how many words say it.
struct Number {
    long long value = 0;
    std::size_t words = 1;
};

inline constexpr long long largest_number = 1'000'000;

/// The number that begins at a word: in digits ("42", "1 200" as normalising leaves 1,200) or words ("twenty five", "a
/// hundred and five", "a couple", "half a dozen"); up to `largest_number`. Nothing where none begins there.
/// @param words  of normalised text. Pure; O(1).
std::optional<Number> number_at(const std::vector<std::string_view>& words, std::size_t at);

/// 0 to 20, and the tens, in one word. Pure; O(1).
std::optional<int> small_number(std::string_view word);

/// Digits up to `largest_number`. Pure; O(1).
std::optional<long long> digits_of(std::string_view word);

}  // namespace attune::nlu
