#pragma once

#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/step.hpp"

namespace attune::dialogs {

/// One step of a flow: a question, a branch or an action. A form becomes a step that does nothing, under its own id,
/// and a question for each of its slots, `ID_SLOT`.
std::vector<Step> read_steps(const Node& node, const Scope& scope);

}  // namespace attune::dialogs
