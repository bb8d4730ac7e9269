#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

void take_safety(Run& run, const nlu::SafetySignal& signal) {
    run.turn.state.misses = 0;
    if (run.now().stack.empty()) enter_menu(run);
    auto flow = run.script.safety_flows.find(signal.safety_class);
    if (flow == run.script.safety_flows.end()) return;
    enter(run, flow->second, "", Frame::Why::safety);
}

}  // namespace attune::dialogs
