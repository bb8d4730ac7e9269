#include <algorithm>

#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/run.hpp"

namespace attune::dialogs {

namespace {

std::string where(const Frame& frame) { return frame.flow + "." + frame.step; }

bool is_question(const Run& run) { return open_question(run.script, run.turn.state) != nullptr; }

/// The second topic of a message comes to its turn.
bool begin_queued(Run& run) {
    if (run.now().stack.empty() || run.top().why != Frame::Why::queued) return false;
    run.top().why = Frame::Why::digression;
    return true;
}

/// A topic that only offers more of itself leaves that out where the message asked a second thing.
bool gives_way(Run& run, const Step& step) {
    const auto& stack = run.now().stack;
    const Flow* flow = run.flow();
    if (flow == nullptr || !flow->topic || !std::holds_alternative<Ask>(step.what) || stack.size() < 2) return false;
    return stack[stack.size() - 2].why == Frame::Why::queued;
}

/// Takes a finished flow off the stack. After a digression the interrupted question will be asked again:
/// a short bridge says so.
void give_back(Run& run) {
    const Frame::Why why = run.top().why;
    const Flow* finished = run.flow();
    run.now().stack.pop_back();
    if (begin_queued(run) || why == Frame::Why::flow || run.now().stack.empty()) return;
    if (finished != nullptr && !finished->bridge) return;
    const Flow* flow = run.flow();
    if (run.turn.replies.size() + 2 > max_bubbles_a_turn) return;
    if (flow != nullptr && flow->bridge && is_question(run)) say(run, run.script.lines.resume);
}

void finish(Run& run, Outcome outcome) {
    run.now().stack.clear();
    run.now().ended = true;
    run.turn.outcome = outcome;
}

void jump(Run& run, const Jump& jump, std::string_view origin) {
    switch (jump.how) {
        case Jump::How::none: return;
        case Jump::How::go:
            if (jump.flow == run.top().flow) {
                run.top().step = jump.step;
                return;
            }
            {
                const Frame::Why why = run.top().why;
                run.now().stack.pop_back();
                enter(run, jump.flow, jump.step, why);
            }
            return;
        case Jump::How::call: return enter(run, jump.flow, jump.step, Frame::Why::flow);
        case Jump::How::give_back: run.top().step.clear(); return;
        case Jump::How::ask_again: run.top().step = origin; return;
        case Jump::How::end: return finish(run, Outcome::ended);
        case Jump::How::erase: return finish(run, Outcome::erase);
    }
}

struct RunStep {
    Run& run;
    const Step& step;

    /// True when the conversation now waits for the visitor.
    bool operator()(const Ask& question) const {
        run.note(where(run.top()) + " asks");
        ask(run, question);
        return true;
    }
    bool operator()(const Act& act) const {
        run.note(where(run.top()));
        pass(run, step.id);
        perform(run, act.action, step.id);
        return false;
    }
    bool operator()(const Branch& branch) const {
        auto arm = std::find_if(branch.arms.begin(), branch.arms.end(), [&](const Branch::Arm& one) {
            return holds(one.condition, run.now());
        });
        run.note(where(run.top()) + " arm " + std::to_string(arm - branch.arms.begin() + 1));
        pass(run, step.id);
        if (arm != branch.arms.end()) perform(run, arm->action, step.id);
        return false;
    }
};

/// One step of the flow on top. True when the turn is over.
bool run_step(Run& run) {
    if (run.now().ended) return true;
    if (run.now().stack.empty()) enter(run, run.script.command_flows.at(Command::menu), "", Frame::Why::flow);
    if (run.top().step.empty()) {
        give_back(run);
        return false;
    }
    const Flow* flow = run.flow();
    const Step* step = flow == nullptr ? nullptr : flow->step(run.top().step);
    if (step == nullptr) {
        run.note(where(run.top()) + " is gone");
        enter_menu(run);
        say(run, run.script.lines.lost);
        return false;
    }
    if (gives_way(run, *step)) {
        run.now().stack.pop_back();
        begin_queued(run);
        return false;
    }
    if (!holds(step->condition, run.now())) {
        run.note(where(run.top()) + " passed over");
        pass(run, step->id);
        return false;
    }
    return std::visit(RunStep{run, *step}, step->what);
}

bool run_steps(Run& run) {
    for (int steps = 0; steps < max_steps_a_turn; ++steps) {
        if (run_step(run)) return true;
    }
    return false;
}

}  // namespace

const Flow* Run::flow() const {
    const auto& stack = turn.state.now.stack;
    return stack.empty() ? nullptr : script.flow(stack.back().flow);
}

const Step* open_question(const Script& script, const State& state) {
    const auto& stack = state.now.stack;
    const Flow* flow = stack.empty() ? nullptr : script.flow(stack.back().flow);
    const Step* step = flow == nullptr ? nullptr : flow->step(stack.back().step);
    return step != nullptr && std::holds_alternative<Ask>(step->what) ? step : nullptr;
}

const Ask* open_ask(const Script& script, const State& state) {
    const Step* step = open_question(script, state);
    return step == nullptr ? nullptr : &std::get<Ask>(step->what);
}

void enter(Run& run, std::string_view id, std::string_view step, Frame::Why why) {
    auto& stack = run.now().stack;
    auto there = std::find_if(stack.begin(), stack.end(), [&](const Frame& frame) { return frame.flow == id; });
    if (there != stack.end()) {
        if (why != Frame::Why::safety) why = there->why;
        stack.erase(there, stack.end());
    }
    const Flow* flow = run.script.flow(id);
    const std::string first = flow == nullptr || flow->steps.empty() ? "" : flow->steps.front().id;
    stack.push_back({std::string(id), step.empty() ? first : std::string(step), why, {}});
}

void enter_menu(Run& run) {
    run.now().stack.clear();
    enter(run, run.script.command_flows.at(Command::menu), "", Frame::Why::flow);
}

void perform(Run& run, const Action& action, std::string_view origin) {
    if (!action.language.empty()) run.turn.state.locale = action.language;
    say(run, action.say);
    for (const Assignment& assignment : action.set) assign(run, assignment);
    run.turn.handoff = run.turn.handoff || action.handoff;
    jump(run, action.jump, origin);
}

void pass(Run& run, std::string_view id) {
    const Flow* flow = run.flow();
    const Step* next = flow == nullptr ? nullptr : flow->step_after(id);
    run.top().step = next == nullptr ? "" : next->id;
}

void walk(Run& run) {
    note_opening(run);
    note_channel(run);
    if (run_steps(run)) return;
    run.note("too many steps");
    enter_menu(run);
    say(run, run.script.lines.lost);
    if (!run_steps(run)) finish(run, Outcome::ended);
}

}  // namespace attune::dialogs
