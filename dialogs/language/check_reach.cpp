#include <algorithm>
#include <set>
#include <string>

#include "dialogs/language/read_flow.hpp"

namespace attune::dialogs {

namespace {

bool goes_on(const Action& action) {
    return action.jump.how == Jump::How::none || action.jump.how == Jump::How::call;
}

bool any_goes_on(const std::vector<Action>& actions) {
    return std::any_of(actions.begin(), actions.end(), goes_on);
}

/// Every action of a step, and whether the step behind it may be next.
struct Exits {
    const std::vector<Action>& bots_ladder;
    std::vector<const Action*> actions;
    bool on = false;

    void take(const std::vector<Action>& more) {
        for (const Action& action : more) actions.push_back(&action);
        on = on || any_goes_on(more);
    }
    void operator()(const Act& act) {
        actions.push_back(&act.action);
        on = goes_on(act.action);
    }
    void operator()(const Ask& ask) {
        take(ask.then);
        take(ask.no_match);
        on = on || ask.is_text;
        if (ask.no_match.empty()) on = on || any_goes_on(bots_ladder);
        for (const Reminder& reminder : ask.no_input) {
            actions.push_back(&reminder.action);
            on = on || reminder.action.jump.how == Jump::How::call;
        }
        if (!ask.has_skip) return;
        actions.push_back(&ask.skip);
        on = on || goes_on(ask.skip);
    }
    void operator()(const Branch& branch) {
        for (const Branch::Arm& arm : branch.arms) {
            actions.push_back(&arm.action);
            on = on || goes_on(arm.action);
        }
        const bool has_else =
            !branch.arms.empty() && branch.arms.back().condition.op == Condition::Op::always;
        on = on || !has_else;
    }
};

Exits exits_of(const Step& step, const std::vector<Action>& ladder) {
    Exits exits{ladder, {}, false};
    std::visit(exits, step.what);
    exits.on = exits.on || step.condition.op != Condition::Op::always;
    return exits;
}

/// The steps of `flow` that actions elsewhere go to.
std::set<std::string> doors(const Flow& flow, const std::vector<Flow>& flows,
                            const std::vector<Action>& ladder) {
    std::set<std::string> found;
    const auto add = [&](const Action& action) {
        if (action.jump.how == Jump::How::go && action.jump.flow == flow.id) found.insert(action.jump.step);
    };
    for (const Flow& other : flows) {
        if (other.id == flow.id) continue;
        for (const Step& step : other.steps) {
            for (const Action* action : exits_of(step, ladder).actions) add(*action);
        }
    }
    for (const Action& rung : ladder) add(rung);
    return found;
}

class Walk {
public:
    Walk(const Flow& flow, const std::vector<Action>& ladder) : flow_(flow), ladder_(ladder) {}

    void enter(std::size_t index) {
        std::vector<std::size_t> open = {index};
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (at >= flow_.steps.size() || !reached_.insert(at).second) continue;
            const Exits exits = exits_of(flow_.steps[at], ladder_);
            if (exits.on) open.push_back(at + 1);
            for (const Action* action : exits.actions) {
                if (action->jump.how == Jump::How::go && action->jump.flow == flow_.id)
                    open.push_back(index_of(action->jump.step));
            }
        }
    }
    bool reached(std::size_t index) const { return reached_.count(index) != 0; }
    std::size_t index_of(const std::string& id) const {
        const auto found = std::find_if(flow_.steps.begin(), flow_.steps.end(),
                                        [&](const Step& step) { return step.id == id; });
        return static_cast<std::size_t>(found - flow_.steps.begin());
    }

private:
    const Flow& flow_;
    const std::vector<Action>& ladder_;
    std::set<std::size_t> reached_;
};

}  // namespace

void check_reach(const Flow& flow, const std::vector<Flow>& flows, const std::vector<Action>& ladder,
                 const FlowOutline& outline, Report& report) {
    Walk walk(flow, ladder);
    walk.enter(0);
    for (const std::string& door : doors(flow, flows, ladder)) walk.enter(walk.index_of(door));
    for (std::size_t i = 0; i < flow.steps.size(); ++i) {
        if (walk.reached(i)) continue;
        report.add("unreachable-step", outline.steps.at(i).place,
                   "no way leads to the step '" + flow.steps[i].id +
                       "'; expected a goto, or a step before it that goes on");
    }
}

}  // namespace attune::dialogs
