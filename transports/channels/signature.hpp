#pragma once

#include <string>
#include <string_view>

namespace attune::transports {

/// HMACs and hashes, as the services sign their calls. Pure; thread-safe; O(bytes).
std::string hmac_sha256(std::string_view key, std::string_view bytes);
std::string hmac_sha1(std::string_view key, std::string_view bytes);
std::string sha256(std::string_view bytes);

std::string to_hex(std::string_view bytes);  ///< lower case
std::string to_base64(std::string_view bytes);

/// Takes as long wherever they differ; false for an empty secret.
bool same_secret(std::string_view given, std::string_view secret);

}  // namespace attune::transports
