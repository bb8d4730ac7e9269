#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::transports::http {

/// Is `given` one of `tokens`? Takes the same time wherever the first difference is.
bool is_known_token(std::string_view given, const std::vector<std::string>& tokens);

/// The token of `Bearer <token>`; empty if the field has another form.
std::string_view bearer_token(std::string_view authorization);

/// Undoes base64url without padding (RFC 4648, section 5). None for any other character or length.
std::optional<std::string> base64url_decode(std::string_view text);

}  // namespace attune::transports::http
