#pragma once

#include <string>
#include <string_view>

namespace attune::nlu {

/// Folded text with look-alikes replaced by the Latin letters they imitate: Cyrillic and Greek letters, small
/// capitals, letters in circles, squares and flags; marks over letters are dropped. Pure; O(bytes).
/// Source: the single-letter part of Unicode's confusables (UTS #39) for a to z, lower case.
std::string with_latin_letters(std::string_view folded);

}  // namespace attune::nlu
