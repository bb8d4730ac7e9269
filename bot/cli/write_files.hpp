#pragma once

#include <string>

namespace attune::bot {

/// Writes a file of a bot's folder, and the folders above it. False, and said on stderr, when it cannot.
bool write_file(const std::string& folder, const std::string& path, const std::string& content);

}  // namespace attune::bot
