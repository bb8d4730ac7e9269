#pragma once

#include <string>
#include <string_view>

namespace attune::dialogs {

/// Text as HTML and SVG have it, between tags and in double-quoted attributes. Pure; O(bytes).
std::string escaped(std::string_view text);

}  // namespace attune::dialogs
