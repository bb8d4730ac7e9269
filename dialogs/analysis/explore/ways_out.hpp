#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/analysis/explore/state_key.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// Learns from turns where answers, skipping and messages that nothing fits lead, and tells the questions
/// from where they never lead to the menu, to another flow or to the end.
class WaysOut {
public:
    /// Both outlive this.
    WaysOut(const Script& script, const StateKeys& keys) : script_(script), keys_(keys) {}

    /// O(height of the stack).
    void note(const State& before, const Input& input, const Turn& turn);

    /// Whether nothing that was noted leads out from the question that is open in `state`. Good once all
    /// turns were noted. O(1) after the first call, which is O(turns noted).
    bool is_trap(const State& state);

private:
    struct Place {
        bool is_tried = false;
        bool is_out = false;
        std::vector<int> from;  ///< places whose answers lead here
    };
    int place_of(const Frame& frame, const Slots& slots);
    void note_frame(const State& before, std::size_t level, const Turn& turn);
    bool is_hub(const std::string& flow) const;
    void spread();

    const Script& script_;
    const StateKeys& keys_;
    std::unordered_map<std::string, int> number_;
    std::deque<Place> places_;
    bool is_spread_ = false;
};

}  // namespace attune::dialogs
