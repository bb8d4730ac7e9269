#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/script/condition.hpp"

namespace attune::dialogs {

/// Reads a condition ("who = me and not (signs is empty or signs has trust)"). `not` binds more closely than
/// `and`, `and` more closely than `or`. Errors are reported at the word that is wrong. O(bytes).
Condition read_condition(const Node& node, const Scope& scope);

}  // namespace attune::dialogs
