#pragma once

#include <cstddef>
#include <string_view>

namespace attune::dialogs {

/// Syllables of an English word, by its groups of vowels: right for most words, off by one for some.
/// At least 1. Pure; O(bytes).
int syllables(std::string_view word);

/// Words of a text. Pure; O(bytes).
std::size_t count_words(std::string_view text);

/// The school grade (US) that an English text needs. Short texts say little: below `fewest_words` it is 0.
/// Source: Kincaid, Fishburne, Rogers, Chissom, "Derivation of new readability formulas for Navy enlisted
/// personnel", 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
double reading_grade(std::string_view text);

inline constexpr std::size_t fewest_words = 10;

}  // namespace attune::dialogs
