#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/script/step.hpp"

namespace attune::dialogs {

/// One step of a flow: a question, a branch or an action.
Step read_step(const Node& node, const Scope& scope);

}  // namespace attune::dialogs
