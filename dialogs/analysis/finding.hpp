#pragma once

#include <string>
#include <vector>

#include "dialogs/language/diagnostic.hpp"

namespace attune::dialogs {

/// Something that `attune check` has to say about a bot that loads. How bad it is stands with its code in
/// dialogs/diagnostics.
struct Finding {
    Diagnostic what;                      ///< code, place, message and help
    std::vector<std::string> transcript;  ///< a conversation that shows it, a line an input or a reply; may be empty
};

using Findings = std::vector<Finding>;

}  // namespace attune::dialogs
