#pragma once

#include <string>

namespace attune::bot {

/// Writes to this file, or to stdout when it is empty. False, with a line on stderr, when that fails.
bool write_out(const std::string& file, const std::string& content);

}  // namespace attune::bot
