#pragma once

#include <map>
#include <string>
#include <vector>

namespace attune::dialogs {

enum class SlotType {
    choice,  ///< exactly one value
    set,     ///< any number of values, also none
};

struct SlotValue {
    std::string value;  ///< stable id
    std::string label;  ///< what the visitor reads
};

/// Something the bot remembers: always one or some of a short, declared list, so that every state a
/// conversation can be in can be explored.
struct Slot {
    std::string name;
    SlotType type = SlotType::choice;
    std::vector<SlotValue> values;  ///< in declared order, at least one
};

/// What is remembered: slot name → values in declared order. A slot that is not here was not answered;
/// a set that is here without values was answered with "none".
using Slots = std::map<std::string, std::vector<std::string>>;

}  // namespace attune::dialogs
