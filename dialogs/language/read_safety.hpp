#pragma once

#include <map>
#include <string>

#include "dialogs/language/names.hpp"
#include "nlu/safety/detector.hpp"

namespace attune::dialogs {

/// The safety net.
struct Safety {
    nlu::SafetyDetector detector;
    std::map<std::string, std::string> flows;  ///< class → flow
};

/// safety/signals.yaml, once all names of the bot are known. Every example is tried on its own signal, and
/// those that should match on the whole net too.
Safety read_safety(const Node& root, const Scope& scope);

}  // namespace attune::dialogs
