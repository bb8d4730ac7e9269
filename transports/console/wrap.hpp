#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::transports {

/// Breaks a text between words so that no line has more than `width` code points, `indent` included; a longer
/// word stands alone on its line. Line ends stay; a line behind `• ` is continued under its first word.
/// Every line begins with `indent` and ends with a line feed. Pure; O(bytes).
/// @param text  UTF-8
std::string wrap(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace attune::transports
