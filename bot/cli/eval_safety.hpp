#pragma once

#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::bot {

/// Measures the safety net on files of messages whose danger is known, and prints how it did beside plain
/// keywords.
/// @param summary_only  leaves out the messages that went wrong.
/// Returns the exit code: 0, or that of a usage error when a file cannot be read.
int eval_safety(const dialogs::Script& script, const std::vector<std::string>& files, bool summary_only);

}  // namespace attune::bot
