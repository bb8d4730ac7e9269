#pragma once

#include <string>
#include <vector>

#include "dialogs/script/slot.hpp"
#include "dialogs/script/step.hpp"

namespace attune::dialogs {

struct Flow {
    std::string id;
    std::string title;                    ///< what the visitor reads where the flow is offered
    std::vector<std::string> start_when;  ///< intents that start it
    std::vector<std::string> tags;
    std::vector<Slot> slots;              ///< die with the flow
    std::vector<Step> steps;              ///< at least one
    bool bridge = true;                   ///< say the bot's `resume` line when this digression ends, or one from it
    bool topic = false;                   ///< its open question gives way to another topic instead of waiting beneath
    bool crisis = false;                  ///< its replies are marked as crisis, so that channels can pin them

    /// The step with this id, or nullptr. O(steps).
    const Step* step(std::string_view id) const;
    /// The step behind the one with this id; nullptr at the end. O(steps).
    const Step* step_after(std::string_view id) const;
};

}  // namespace attune::dialogs
