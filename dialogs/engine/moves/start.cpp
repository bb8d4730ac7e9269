#include <algorithm>

#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

/// Makes room for one more digression: of those above the last safety flow, the uppermost gives way.
void make_room(std::vector<Frame>& stack) {
    auto safety = std::find_if(stack.rbegin(), stack.rend(),
                               [](const Frame& frame) { return frame.why == Frame::Why::safety; });
    const auto is_digression = [](const Frame& frame) { return frame.why == Frame::Why::digression; };
    if (std::count_if(safety.base(), stack.end(), is_digression) < max_digressions) return;
    auto uppermost = std::find_if(stack.rbegin(), stack.rend(), is_digression);
    stack.erase(std::prev(uppermost.base()), stack.end());
}

/// One topic at a time: an answered topic that only offers more of itself does not wait beneath the next.
void leave_topics(Run& run, const std::string& next) {
    const Flow* flow = run.script.flow(next);
    if (flow == nullptr || !flow->topic) return;
    auto& stack = run.now().stack;
    while (!stack.empty() && run.flow() != nullptr && run.flow()->topic) stack.pop_back();
}

}  // namespace

void take_start(Run& run, const std::string& flow) {
    run.turn.state.misses = 0;
    leave_topics(run, flow);
    if (run.now().stack.empty()) enter_menu(run);
    make_room(run.now().stack);
    enter(run, flow, "", Frame::Why::digression);
}

}  // namespace attune::dialogs
