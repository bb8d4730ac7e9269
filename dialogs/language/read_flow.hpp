#pragma once

#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/flow.hpp"

namespace attune::dialogs {

/// What other files may know of the flow in `root`, the file `flows/STEM.yaml`. Its id is `stem`: a file that
/// says otherwise is reported.
FlowOutline outline_flow(const Node& root, const std::string& stem, const Scope& scope);

/// The flow, once all names of the bot are known. `scope.flow` is its outline.
Flow read_flow(const Node& root, const Scope& scope);

/// Reports every step of `flow` that a conversation can never come to. A flow is entered at its first step,
/// and where an action of another flow or of the bot's `ladder` goes to a step. O(steps of all flows).
void check_reach(const Flow& flow, const std::vector<Flow>& flows, const std::vector<Action>& ladder,
                 const FlowOutline& outline, Report& report);

}  // namespace attune::dialogs
