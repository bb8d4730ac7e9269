#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/script.hpp"
#include "nlu/safety/net.hpp"

namespace attune::dialogs {

/// The safety net.
struct Safety {
    nlu::SafetyNet net;
    SafetyPolicy policy;
    std::map<std::string, std::string>
        flows;  ///< class, or `class level` where that level has its own → flow
};

/// safety/signals.yaml, once all names of the bot are known. Every example is tried on its own signal, and
/// those that should match on the whole net too.
/// @param examples  safety/examples: file name without `.txt` (`class.level`, or `benign`) → one message a
/// line
/// @param benign    more messages without danger, e.g. what intents are learned from
Safety read_safety(const Node& root, const std::map<std::string, std::string>& examples,
                   const std::vector<std::string>& benign, const Scope& scope);

}  // namespace attune::dialogs
