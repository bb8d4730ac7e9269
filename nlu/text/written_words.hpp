#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// A word of ASCII letters as somebody typed it.
struct WrittenWord {
    std::size_t at = 0;  ///< byte in the text, from 0
    std::size_t bytes = 0;
    std::string letters;      ///< in small letters
    bool is_capital = false;  ///< begins with a capital letter
    bool begins_sentence = false;
    bool has_apostrophe = false;  ///< in it: `letters` is without
};

/// The words of a text that may be looked up in a list of words, in order: not what has digits, signs, marks
/// or letters of other scripts in it, nor what touches them (addresses, "k!ll"). Pure; O(bytes).
std::vector<WrittenWord> written_words(std::string_view text);

}  // namespace attune::nlu
