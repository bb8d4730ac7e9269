#pragma once

#include <cstdint>
#include <string>

/// The only randomness of the program, from the kernel's generator. Thread-safe; ends the process if the kernel
/// has none to give, as nothing could be kept secret then.
namespace attune::bot {

/// A secret that opens a conversation: 256 bits as base64url, 43 characters.
std::string random_token();

/// The name of a conversation: 128 bits as base64url, 22 characters.
std::string random_id();

/// A number from 0 to `below` - 1. @pre below > 0. Not quite even: for spreading load, not for secrets.
std::uint32_t random_below(std::uint32_t below);

}  // namespace attune::bot
