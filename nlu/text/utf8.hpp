#pragma once

#include <cstddef>
#include <string_view>

namespace attune::nlu {

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms). Pure; O(bytes).
bool is_utf8(std::string_view text);

/// Number of Unicode code points in well-formed UTF-8. Pure; O(bytes).
std::size_t code_points(std::string_view text);

}  // namespace attune::nlu
