#include <algorithm>

#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

/// Makes room for so many more digressions: of those above the last safety flow, the uppermost gives way.
void make_room(std::vector<Frame>& stack, int more) {
    auto safety = std::find_if(stack.rbegin(), stack.rend(),
                               [](const Frame& frame) { return frame.why == Frame::Why::safety; });
    const auto is_digression = [](const Frame& frame) {
        return frame.why == Frame::Why::digression || frame.why == Frame::Why::queued;
    };
    const auto above = [&] { return std::count_if(safety.base(), stack.end(), is_digression); };
    while (above() > 0 && above() + more > max_digressions) {
        auto uppermost = std::find_if(stack.rbegin(), stack.rend(), is_digression);
        stack.erase(std::prev(uppermost.base()), stack.end());
        safety = std::find_if(stack.rbegin(), stack.rend(),
                              [](const Frame& frame) { return frame.why == Frame::Why::safety; });
    }
}

bool stays(const Action& action) {
    return action.jump.how != Jump::How::go && action.jump.how != Jump::How::call;
}

struct EndsAtOnce {
    bool operator()(const Act& act) const { return stays(act.action); }
    bool operator()(const Ask&) const { return false; }
    bool operator()(const Branch& branch) const {
        return std::all_of(branch.arms.begin(), branch.arms.end(),
                           [](const Branch::Arm& arm) { return stays(arm.action); });
    }
};

/// It asks nothing and leads nowhere, so it is over before the turn is, and nothing has to give way for it.
bool ends_at_once(const Flow* flow) {
    return flow != nullptr && std::all_of(flow->steps.begin(), flow->steps.end(), [](const Step& step) {
               return std::visit(EndsAtOnce{}, step.what);
           });
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
    if (!ends_at_once(run.script.flow(flow))) make_room(run.now().stack, 1);
    enter(run, flow, "", Frame::Why::digression);
}

void queue_second(Run& run, const Move& first, const nlu::Understanding& understood) {
    if (understood.next.empty() || !std::holds_alternative<StartMove>(first) || run.now().stack.empty()) return;
    const auto starter = run.script.starters.find(understood.next.front().name);
    auto& stack = run.now().stack;
    const auto is_second = [&](const Frame& frame) { return frame.flow == starter->second; };
    if (starter == run.script.starters.end() || std::any_of(stack.begin(), stack.end(), is_second)) return;
    Frame above = std::move(stack.back());
    stack.pop_back();
    make_room(stack, 2);
    enter(run, starter->second, "", Frame::Why::queued);
    stack.push_back(std::move(above));
    run.note("then " + starter->second);
}

}  // namespace attune::dialogs
