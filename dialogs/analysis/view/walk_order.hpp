#pragma once

#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Flows that belong together, for readers.
struct FlowGroup {
    std::string title;
    std::vector<const Flow*> flows;
};

/// Calls `visit(jump)` for every way out of a flow, in file order.
template <class Visit>
void for_each_jump(const Flow& flow, Visit visit) {
    for (const Step& step : flow.steps) {
        if (const auto* act = std::get_if<Act>(&step.what)) visit(act->action.jump);
        if (const auto* branch = std::get_if<Branch>(&step.what)) {
            for (const Branch::Arm& arm : branch->arms) visit(arm.action.jump);
        }
        const auto* question = std::get_if<Ask>(&step.what);
        if (question == nullptr) continue;
        for (const Action& action : question->then) visit(action.jump);
        for (const Action& action : question->no_match) visit(action.jump);
        for (const Reminder& reminder : question->no_input) visit(reminder.action.jump);
        visit(question->skip.jump);
    }
}

/// Every flow once, in the order in which a visitor may walk through them: from the start deep into what it
/// leads to; then what commands lead to; then what can only be asked for; last, what answers danger. Pure;
/// O(script).
std::vector<FlowGroup> walk_order(const Script& script);

}  // namespace attune::dialogs
