#pragma once

#include <map>
#include <string>

#include "dialogs/language/names.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// `moved_to` of bot.yaml: flows that are gone, and what conversations that stood in them go on with.
void read_moved_flows(const Node* node, std::map<std::string, MovedTo>& moved, const Scope& scope);

/// `moved_to` of a flow: steps of it that are gone.
void read_moved_steps(const Node* node, std::map<std::string, MovedTo>& moved, const Scope& scope);

}  // namespace attune::dialogs
