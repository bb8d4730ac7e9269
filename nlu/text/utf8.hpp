#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::nlu {

/// One code point read from UTF-8.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  ///< 0: the text is empty or does not begin with well-formed UTF-8
};

/// The code point that `text` begins with. Pure; O(1).
/// Source: Unicode 15, table 3-7 (well-formed UTF-8 byte sequences).
CodePoint first_code_point(std::string_view text);

/// Writes one code point behind `text`. O(1).
/// @pre `value` is no surrogate and at most U+10FFFF.
void append_code_point(std::string& text, char32_t value);

/// Length in bytes of the longest well-formed beginning of `text`. Pure; O(bytes).
std::size_t well_formed_bytes(std::string_view text);

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms). Pure; O(bytes).
bool is_utf8(std::string_view text);

/// Number of Unicode code points in well-formed UTF-8. Pure; O(bytes).
std::size_t code_points(std::string_view text);

/// The longest beginning of `text` of at most `most_bytes` that does not split a code point. Pure; O(1).
std::string_view cut(std::string_view text, std::size_t most_bytes);

}  // namespace attune::nlu
