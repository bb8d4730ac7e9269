#pragma once

#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/slot.hpp"

namespace attune::dialogs {

/// The slots of a flow or of the bot: name → {type, values}. None when `node` is nullptr.
std::vector<Slot> read_slots(const Node* node, const Scope& scope);

}  // namespace attune::dialogs
