#include "dialogs/language/read_step.hpp"

#include <utility>

#include "dialogs/language/condition.hpp"
#include "dialogs/language/read_action.hpp"
#include "dialogs/language/read_ask.hpp"

namespace attune::dialogs {

namespace {

Branch::Arm read_arm(const Node& node, bool is_last, const Scope& scope) {
    const Fields fields(node, "an arm of a branch", action_keys({"if", "else"}), scope.report);
    const Node* condition = fields.find("if");
    const Node* otherwise = fields.find("else");
    Branch::Arm arm;
    if (fields.is_map() && (condition == nullptr) == (otherwise == nullptr)) {
        scope.report.add("missing-key", fields.place(), "an arm of a branch has either 'if' or 'else'");
    }
    if (condition != nullptr) arm.condition = read_condition(*condition, scope);
    if (otherwise != nullptr) {
        read_one_of(otherwise, "bad-value", "way to say 'else'", {"true"}, scope.report);
        if (!is_last) {
            scope.report.add("else-last", fields.place_of("else"),
                             "'else' before other arms, which are then never taken; expected it last");
        }
    }
    arm.action = read_action(fields, Repeat::refused, scope);
    return arm;
}

Branch read_branch(const Fields& fields, const Scope& scope) {
    Branch branch;
    const Node* node = fields.find("branch");
    const std::vector<const Node*> arms = read_list(node, "branch", scope.report);
    for (const Node* arm : arms) branch.arms.push_back(read_arm(*arm, arm == arms.back(), scope));
    if (node->kind == Node::Kind::list && arms.empty()) {
        scope.report.add("empty-list", node->place, "a branch without arms; expected at least one");
    }
    return branch;
}

Act read_act(const Fields& fields, const Node& node, const Scope& scope) {
    const std::size_t own =
        (fields.find("id") == nullptr ? 0U : 1U) + (fields.find("if") == nullptr ? 0U : 1U);
    if (fields.is_map() && node.entries.size() == own) {
        scope.report.add("empty-step", fields.place(),
                         "a step that does nothing; expected ask, branch, say, set or a way to go");
    }
    return {read_action(fields, Repeat::refused, scope)};
}

std::variant<Act, Ask, Branch> read_what(const Node& node, const Scope& scope) {
    for (const Entry& entry : node.entries) {
        if (entry.key == "ask") return read_ask(Fields(node, "a question", ask_keys(), scope.report), scope);
        if (entry.key == "branch")
            return read_branch(Fields(node, "a branch", {"id", "if", "branch"}, scope.report), scope);
    }
    return read_act(Fields(node, "a step", action_keys({"id", "if", "ask", "branch"}), scope.report), node,
                    scope);
}

}  // namespace

Step read_step(const Node& node, const Scope& scope) {
    Step step;
    for (const Entry& entry : node.entries) {
        if (entry.key == "id") step.id = entry.value.text;
        if (entry.key == "if") step.condition = read_condition(entry.value, scope);
    }
    step.what = read_what(node, scope);
    return step;
}

}  // namespace attune::dialogs
