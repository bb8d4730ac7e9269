#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/engine/state.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Reduces a state to what its uppermost flow can tell apart. Two states with the same key answer every event
/// alike as long as that flow runs. Left out: times, the undo history, the words of the last turn, which
/// variant is next, what no condition or text asks of a slot, and the flows underneath but for what the
/// engine asks of them (how many digressions, is there a safety flow, is there anything).
class StateKeys {
public:
    /// `script` outlives this.
    explicit StateKeys(const Script& script);

    /// A short byte string, the same for states that are alike. The stack may be empty.
    std::string key(const State& state) const;

    /// The part of the key that says what is remembered for the whole conversation, as seen from another
    /// flow.
    std::string slots_key(const Slots& slots) const { return slots_key(slots, nullptr); }

    /// A state that waits for a flow above it: as `key`, but of the slots only those that the flow on top
    /// alone sees and changes, for the others come back from above.
    std::string waiting_key(const State& state) const;

    /// `slots`, but with the values from `own` where only `flow` sees and changes them.
    Slots with_own(Slots slots, const std::string& flow, const Slots& own) const;

    /// The state without what no key holds: cheap to copy, and a fair stand-in for all that are alike.
    static State bare(State state);

    /// The slots that conditions or texts look at, in a fixed order, for messages about what multiplies.
    const std::vector<const Slot*>& seen_slots() const { return seen_; }
    /// What is seen of the slot's value; equal numbers cannot be told apart.
    std::uint64_t code(const Slot& slot, const Slots& slots) const { return code(slot, slots, true); }

private:
    struct Seen {
        bool presence = false;            ///< whether it was answered, or is empty
        std::vector<std::string> values;  ///< that conditions compare with
        std::vector<const Flow*> flows;   ///< that compare with values, or change it
    };
    std::string slots_key(const Slots& slots, const Flow* seen_from) const;
    void put_frames(std::string& key, const std::vector<Frame>& stack) const;
    std::uint64_t code(const Slot& slot, const Slots& slots, bool with_values) const;
    bool is_home(const Slot& slot, const Flow* flow) const;
    void change(const Flow& flow, const std::string& name);
    void change(const Flow& flow, const Action& action);
    void see(const Flow& flow, const Condition& condition);
    void see(const Flow* flow, const std::vector<Line>& lines);
    void see_step(const Flow& flow, const Step& step);
    Seen& seen(const Slot* slot);

    const Script& script_;
    std::unordered_map<const Slot*, Seen> seen_of_;
    std::vector<const Slot*> seen_;
    std::vector<const Slot*> seen_bot_slots_;
    std::unordered_map<std::string, std::uint16_t> flow_number_;
    std::vector<std::unordered_map<std::string, std::uint16_t>> step_number_;
};

}  // namespace attune::dialogs
