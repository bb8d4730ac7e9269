#pragma once

#include <string>
#include <string_view>

namespace attune::nlu {

/// NFKC with case folding; zero-width and other ignorable characters fall away, ill-formed bytes become
/// U+FFFD. Pure; safe from any thread; O(bytes).
/// Source: Unicode 15, section 3.13 and UAX #15 (toNFKC_Casefold), as ICU carries it out.
std::string fold(std::string_view text);

/// `fold` without its short way for ASCII. For tests, which hold the two side by side.
std::string fold_by_icu(std::string_view text);

/// Replaces marked letters by their base letters: "dīé" becomes "die". Takes folded text. Pure; O(bytes).
std::string without_marks(std::string_view folded);

/// What a code point of folded text is to a word.
enum class CharKind {
    letter,      ///< a letter or digit of any script
    mark,        ///< belongs to the letter before it
    apostrophe,  ///< straight, curly, or what is typed in its place
    emoji,       ///< a word of its own
    space,       ///< white space
    other,       ///< punctuation and the rest
};
CharKind kind_of(char32_t c);

/// True when NFKC could merge `c` with a character before it.
bool may_compose_with_previous(char32_t c);

}  // namespace attune::nlu
