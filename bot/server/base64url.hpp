#pragma once

#include <string>
#include <string_view>

namespace attune::bot {

/// RFC 4648, section 5, without padding. Pure; O(bytes).
std::string to_base64url(std::string_view bytes);

}  // namespace attune::bot
