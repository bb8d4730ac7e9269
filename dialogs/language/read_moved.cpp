#include "dialogs/language/read_moved.hpp"

#include <algorithm>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_action.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

void check_gone(const Entry& entry, bool is_there, std::string_view what, Report& report) {
    if (!is_id(entry.key))
        report.add("bad-id", entry.place,
                   quoted(entry.key) + " is no name for " + std::string(what) + "; expected a to z, 0 to 9 and _");
    if (is_there)
        report.add("not-gone", entry.place,
                   std::string(what) + " " + quoted(entry.key) + " is still there; only what is gone can have moved");
}

}  // namespace

void read_moved_flows(const Node* node, std::map<std::string, MovedTo>& moved, const Scope& scope) {
    if (node == nullptr || !is_map(*node, "moved_to", scope.report)) return;
    for (const Entry& entry : node->entries) {
        check_gone(entry, scope.names.flows.count(entry.key) != 0, "the flow", scope.report);
        const Jump jump = read_target(entry.value, scope);
        moved[entry.key] = {jump.flow, jump.step};
    }
}

void read_moved_steps(const Node* node, std::map<std::string, MovedTo>& moved, const Scope& scope) {
    if (node == nullptr || !is_map(*node, "moved_to", scope.report)) return;
    for (const Entry& entry : node->entries) {
        const auto is_it = [&](const StepName& step) { return step.id == entry.key; };
        const bool is_there = std::any_of(scope.flow->steps.begin(), scope.flow->steps.end(), is_it);
        check_gone(entry, is_there, "the step", scope.report);
        const Jump jump = read_target(entry.value, scope);
        moved[scope.flow->id + "." + entry.key] = {jump.flow, jump.step};
    }
}

}  // namespace attune::dialogs
