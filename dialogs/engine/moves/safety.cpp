#include <algorithm>

#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

void take_safety(Run& run, const nlu::SafetySignal& signal) {
    run.turn.state.misses = 0;
    if (run.now().stack.empty()) enter_menu(run);
    const std::string* flow = run.script.safety_flow(signal);
    if (flow == nullptr) return;
    Care& care = run.turn.state.care;
    care.pinned = true;
    care.quiet = 0;
    // Asked once for every rise in level, never as a loop.
    const int level = 1 + static_cast<int>(signal.level);
    int& asked = care.asked[*flow];
    const std::string& again = run.script.safety_policy.again;
    const bool is_told_again = level <= asked && !again.empty();
    asked = std::max(asked, level);
    // One crisis at a time: the new answer stands where the old one stood.
    auto& stack = run.now().stack;
    stack.erase(std::find_if(stack.begin(), stack.end(),
                             [](const Frame& frame) { return frame.why == Frame::Why::safety; }),
                stack.end());
    if (stack.empty()) enter_menu(run);
    enter(run, is_told_again ? again : *flow, "", Frame::Why::safety);
}

}  // namespace attune::dialogs
