#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/script/opening_hours.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// What is asked of a slot somewhere.
struct Look {
    const Slot* slot = nullptr;
    bool is_own = false;              ///< the slot dies with the flow that looks
    bool presence = false;            ///< whether it was answered, or is empty
    std::vector<std::string> values;  ///< that conditions compare with
};

/// What can be told of the slot's values by this look alone; equal numbers cannot be told apart. O(values).
std::uint64_t code_of(const Look& look, const Slots& slots);

/// What flows look at, by their conditions and by the slots that their texts speak of. Whatever else is
/// remembered makes no difference to them.
class Looks {
public:
    /// `script` outlives this. O(steps of a flow) for each flow.
    explicit Looks(const Script& script);

    /// By all steps of the flow, and by what these lead to before a question is open.
    const std::vector<Look>& whole(const std::string& flow) const { return whole_.at(flow); }
    /// From the flow's beginning until a question is open.
    const std::vector<Look>& start(const std::string& flow) const { return start_.at(flow); }

private:
    const Script& script_;
    std::unordered_map<std::string, std::vector<Look>> whole_;
    std::unordered_map<std::string, std::vector<Look>> start_;
};

}  // namespace attune::dialogs
