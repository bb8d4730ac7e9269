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
    std::size_t own = 0;
    for (const char* key : {"id", "if", "only_on"}) own += fields.find(key) == nullptr ? 0U : 1U;
    if (fields.is_map() && node.entries.size() == own) {
        scope.report.add("empty-step", fields.place(),
                         "a step that does nothing; expected ask, branch, say, set or a way to go");
    }
    return {read_action(fields, Repeat::refused, scope)};
}

std::variant<Act, Ask, Branch> read_what(const Node& node, const std::string& id, const Scope& scope) {
    for (const Entry& entry : node.entries) {
        if (entry.key == "ask") return read_ask(Fields(node, "a question", ask_keys(), scope.report), id, scope);
        if (entry.key == "branch")
            return read_branch(Fields(node, "a branch", {"id", "if", "only_on", "branch"}, scope.report), scope);
    }
    return read_act(Fields(node, "a step", action_keys({"id", "if", "only_on", "ask", "branch", "collect"}), scope.report), node,
                    scope);
}

/// On which channels a step is taken, as a condition over the slot `channel`.
Condition read_only_on(const Node& node, const Scope& scope) {
    Condition condition;
    condition.op = Condition::Op::is_in;
    condition.slot = channel_slot;
    const Slot* slot = use_slot(scope, channel_slot, node.place);
    for (const Node* item : one_or_many(node)) {
        const std::string name = read_id(item, "a channel", scope.report);
        if (slot != nullptr && !name.empty()) use_value(scope, *slot, name, item->place);
        condition.values.push_back(name);
    }
    return condition;
}

Condition both(Condition first, Condition second) {
    if (first.op == Condition::Op::always) return second;
    if (second.op == Condition::Op::always) return first;
    Condition all;
    all.op = Condition::Op::both;
    all.parts = {std::move(first), std::move(second)};
    return all;
}

Condition read_conditions(const Node& node, const Scope& scope) {
    Condition condition;
    for (const Entry& entry : node.entries) {
        if (entry.key == "if") condition = both(std::move(condition), read_condition(entry.value, scope));
        if (entry.key == "only_on") condition = both(std::move(condition), read_only_on(entry.value, scope));
    }
    return condition;
}

std::string id_of(const Node& node) {
    for (const Entry& entry : node.entries) {
        if (entry.key == "id") return entry.value.text;
    }
    return "";
}

/// A question of a form: asked unless its slot is filled already.
Step read_collected(const Node& node, const std::string& form, const Condition& condition, const Scope& scope) {
    const Fields fields(node, "a question of a form", collect_keys(), scope.report);
    Step step;
    const Node* slot = fields.find("ask");
    step.id = form + "_" + (slot == nullptr ? "" : slot->text);
    Ask ask = read_ask(fields, step.id, scope);
    if (slot != nullptr && slot->text.empty()) {
        scope.report.add("missing-key", slot->place, "a question of a form fills a slot; expected its name");
    }
    ask.form = form;
    Condition open;
    open.op = Condition::Op::negation;
    open.parts.push_back({Condition::Op::is_set, ask.slot, {}, {}});
    step.condition = both(condition, std::move(open));
    step.what = std::move(ask);
    return step;
}

std::vector<Step> read_form(const Node& node, const Node& questions, const Scope& scope) {
    const Fields fields(node, "a form", {"id", "if", "only_on", "collect"}, scope.report);
    const std::string id = id_of(node);
    const Condition condition = read_conditions(node, scope);
    std::vector<Step> steps = {Step{id, {}, Act{}}};
    for (const Node* question : read_list(&questions, "collect", scope.report))
        steps.push_back(read_collected(*question, id, condition, scope));
    if (steps.size() == 1 && questions.kind == Node::Kind::list)
        scope.report.add("empty-list", questions.place, "a form without questions; expected at least one");
    return steps;
}

}  // namespace

std::vector<Step> read_steps(const Node& node, const Scope& scope) {
    for (const Entry& entry : node.entries) {
        if (entry.key == "collect") return read_form(node, entry.value, scope);
    }
    Step step;
    step.id = id_of(node);
    step.condition = read_conditions(node, scope);
    step.what = read_what(node, step.id, scope);
    return {std::move(step)};
}

}  // namespace attune::dialogs
