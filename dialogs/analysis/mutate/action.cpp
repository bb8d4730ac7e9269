#include <algorithm>

#include "dialogs/analysis/mutate/collect.hpp"

namespace attune::dialogs {

namespace {

/// A value of the slot that is not among `values`, or nothing.
std::optional<std::string> other_value(const Script& script, const Flow& flow, const Assignment& assignment) {
    const Slot* slot = script.slot(flow, assignment.slot);
    if (slot == nullptr || assignment.values.empty()) return std::nullopt;
    const auto& values = assignment.values;
    for (const SlotValue& each : slot->values) {
        if (std::find(values.begin(), values.end(), each.value) == values.end()) return each.value;
    }
    return std::nullopt;
}

void drop_lines(const StepPlace& place, const Action& action, const ActionPath& path,
                std::vector<Mutant>& mutants) {
    for (std::size_t i = 0; i < action.say.size(); ++i) {
        const std::string id = "line " + action.say[i].id;
        mutants.push_back({"drop-line", id, id + " is not said", id, place.flow, [path, i](Script& script) {
                               auto& lines = path(script).say;
                               lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
                           }});
    }
}

void change_values(const Script& script, const StepPlace& place, const std::string& id, const Action& action,
                   const ActionPath& path, std::vector<Mutant>& mutants) {
    for (std::size_t i = 0; i < action.set.size(); ++i) {
        const auto other = other_value(script, script.flows[place.flow], action.set[i]);
        if (!other) continue;
        const std::string what = id + " sets " + action.set[i].slot + " to " + *other;
        mutants.push_back({"change-value", id, what, place.name, place.flow,
                           [path, i, other](Script& mutated) { path(mutated).set[i].values = {*other}; }});
    }
}

}  // namespace

void mutate_action(const Script& script, const StepPlace& place, const std::string& id, const Action& action,
                   const ActionPath& path, std::vector<Mutant>& mutants) {
    drop_lines(place, action, path, mutants);
    change_values(script, place, id, action, path, mutants);
    if (action.jump.how == Jump::How::none) return;
    mutants.push_back({"drop-jump", id, id + " goes on to the next step", place.name, place.flow,
                       [path](Script& mutated) { path(mutated).jump = {}; }});
}

}  // namespace attune::dialogs
