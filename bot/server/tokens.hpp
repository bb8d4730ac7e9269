#pragma once

#include <string>
#include <string_view>

namespace attune::bot {

/// SHA-256 as base64url. A resume token is 256 random bits, so its plain hash is all that is kept of it.
/// Pure; thread-safe; O(bytes).
std::string digest(std::string_view bytes);

/// True when the token is the one whose digest was kept; takes as long for a wrong one. False for an empty digest.
bool is_token(std::string_view token, std::string_view kept_digest);

}  // namespace attune::bot
