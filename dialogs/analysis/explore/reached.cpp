#include "dialogs/analysis/explore/reached.hpp"

#include <algorithm>

#include "dialogs/script/for_each_line.hpp"

namespace attune::dialogs {

namespace {

bool looks_at_hours(const Condition& condition) {
    return condition.slot == clinic_now ||
           std::any_of(condition.parts.begin(), condition.parts.end(),
                       [](const Condition& part) { return looks_at_hours(part); });
}

bool looks_at_hours(const Step& step) {
    const auto* branch = std::get_if<Branch>(&step.what);
    return branch != nullptr &&
           std::any_of(branch->arms.begin(), branch->arms.end(),
                       [](const Branch::Arm& arm) { return looks_at_hours(arm.condition); });
}

}  // namespace

void Reached::note(const State& before, const Turn& turn) {
    for (const Reply& reply : turn.replies) lines_.insert(reply.line);
    for (const std::string& note : turn.trace.steps) {
        if (note.starts_with("rung ")) {
            rungs_.insert(position_of(before) + " " + note);
            continue;
        }
        if (!notes_.insert(note).second) continue;
        const std::string step = note.substr(0, note.find(' '));
        const std::size_t dot = step.find('.');
        if (dot == std::string::npos || note.ends_with("passed over")) continue;
        steps_.insert(step);
        flows_.insert(step.substr(0, dot));
    }
}

std::vector<Diagnostic> Reached::missing(const SourceIndex& index) const {
    std::vector<Diagnostic> found;
    for (const Flow& flow : script_.flows) {
        if (flows_.contains(flow.id)) {
            miss_steps(flow, index, found);
        } else {
            found.push_back({"unreachable-flow", index.place(index.flows, flow.id),
                             "nothing a visitor can do leads to the flow '" + flow.id + "'",
                             "start it by an intent, go to it or call it from another flow, or take it out"});
        }
    }
    return found;
}

void Reached::miss_steps(const Flow& flow, const SourceIndex& index, std::vector<Diagnostic>& found) const {
    for (const Step& step : flow.steps) {
        const std::string name = flow.id + "." + step.id;
        if (ran(name)) {
            miss_lines(flow, step, index, found);
        } else {
            found.push_back({"never-reached", index.place(index.steps, name),
                             "nothing a visitor can do leads to the step '" + name + "'",
                             "look at its `if`, and at what is remembered when it is reached"});
        }
    }
}

void Reached::miss_lines(const Flow& flow, const Step& step, const SourceIndex& index,
                         std::vector<Diagnostic>& found) const {
    const std::string name = flow.id + "." + step.id;
    // Another clinic's hours may lead there.
    const bool is_up_to_clinic = looks_at_hours(step);
    const auto look = [&](const Line& line) {
        if (is_up_to_clinic || lines_.contains(line.id)) return;
        found.push_back({"never-said", index.place(index.lines, line.id),
                         "the line '" + line.id + "' is never said",
                         "look at what leads to it in the step '" + name + "'"});
    };
    std::visit([&](const auto& what) { detail::visit_lines(what, look); }, step.what);
    const auto* ask = std::get_if<Ask>(&step.what);
    if (ask == nullptr) return;
    for (std::size_t i = 0; i < ask->no_match.size(); ++i) {
        if (rungs_.contains(name + " rung " + std::to_string(i + 1))) continue;
        found.push_back({"never-reached", index.place(index.steps, name),
                         "rung " + std::to_string(i + 1) + " of the question '" + name + "' is never reached",
                         "a rung before it leaves; give that one `repeat: true`, or take this one out"});
    }
}

}  // namespace attune::dialogs
