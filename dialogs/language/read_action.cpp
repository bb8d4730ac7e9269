#include "dialogs/language/read_action.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_line.hpp"

namespace attune::dialogs {

namespace {

const std::vector<std::string> ways = {"goto", "call", "return", "repeat", "end", "erase"};

std::string first_step(const FlowOutline& flow) {
    return flow.steps.empty() ? "" : flow.steps.front().id;
}

std::vector<std::string> read_assigned(const Node& node, const Slot* slot, const Scope& scope) {
    std::vector<std::string> values;
    for (const Node* item : one_or_many(node)) {
        const std::string value = read_id(item, "a value", scope.report);
        if (!value.empty() && slot != nullptr) use_value(scope, *slot, value, item->place);
        values.push_back(value);
    }
    return values;
}

/// `{add: value}`, `{remove: value}` or `{clear: true}`.
void read_change(const Node& node, const Slot* slot, Assignment& assignment, const Scope& scope) {
    const Fields fields(node, "a change of a slot", {"add", "remove", "clear"}, scope.report);
    if (node.entries.size() != 1) {
        scope.report.add("two-ways", node.place, "a change of a slot has one of add, remove and clear");
        return;
    }
    const Entry& entry = node.entries.front();
    if (entry.key == "clear") {
        assignment.how = Assignment::How::clear;
        read_one_of(&entry.value, "bad-value", "way to clear a slot", {"true"}, scope.report);
        return;
    }
    assignment.how = entry.key == "add" ? Assignment::How::add : Assignment::How::remove;
    if (slot != nullptr && has_other_type(scope, *slot, SlotType::set, "'add' and 'remove'", entry.place))
        return;
    assignment.values = read_assigned(entry.value, slot, scope);
}

std::vector<Assignment> read_assignments(const Node* node, const Scope& scope) {
    std::vector<Assignment> assignments;
    if (node == nullptr || !is_map(*node, "set", scope.report)) return assignments;
    for (const Entry& entry : node->entries) {
        const Slot* slot = use_slot(scope, entry.key, entry.place);
        Assignment assignment;
        assignment.slot = entry.key;
        if (entry.value.kind == Node::Kind::map) {
            read_change(entry.value, slot, assignment, scope);
        } else {
            if (slot != nullptr && slot->type == SlotType::text)
                scope.report.add("wrong-slot-type", entry.place,
                                 "'" + entry.key + "' is a text; only the visitor fills it, and {clear: true} empties it");
            const bool is_list = entry.value.kind == Node::Kind::list;
            if (is_list && slot != nullptr)
                has_other_type(scope, *slot, SlotType::set, "a list", entry.value.place);
            assignment.values = read_assigned(entry.value, slot, scope);
        }
        assignments.push_back(std::move(assignment));
    }
    return assignments;
}

/// `flow`, `flow.step` or `.step`.
void read_goto(const Node& node, Jump& jump, const Scope& scope) {
    jump.how = Jump::How::go;
    const std::string target = read_text(&node, "goto", scope.report);
    if (target.empty()) return;
    const std::size_t dot = target.find('.');
    const bool is_here = dot == 0;
    if (is_here && scope.flow == nullptr) {
        scope.report.add("unknown-step", node.place,
                         quoted(target) + " names a step of this flow, but here is no flow",
                         "write flow.step");
        return;
    }
    jump.flow = is_here ? scope.flow->id : use_flow(scope, target.substr(0, dot), node.place);
    if (jump.flow.empty()) return;
    const FlowOutline& flow = is_here ? *scope.flow : scope.names.flows.at(jump.flow);
    jump.step = dot == std::string::npos
                    ? first_step(flow)
                    : use_step(scope, flow, target.substr(dot + 1), node.place_of(dot + 1));
}

void read_call(const Node& node, Jump& jump, const Scope& scope) {
    jump.how = Jump::How::call;
    jump.flow = use_flow(scope, &node);
    if (!jump.flow.empty()) jump.step = first_step(scope.names.flows.at(jump.flow));
}

Jump::How way_of(std::string_view key) {
    if (key == "return") return Jump::How::give_back;
    if (key == "repeat") return Jump::How::ask_again;
    return key == "end" ? Jump::How::end : Jump::How::erase;
}

Jump read_jump(const Fields& fields, Repeat repeat, const Scope& scope) {
    Jump jump;
    std::string taken;
    for (const std::string& key : ways) {
        const Node* node = fields.find(key);
        if (node == nullptr) continue;
        if (!taken.empty()) {
            scope.report.add("two-ways", fields.place_of(key),
                             "'" + key + "' beside '" + taken + "'; expected one way to go");
            continue;
        }
        taken = key;
        if (key == "goto") {
            read_goto(*node, jump, scope);
        } else if (key == "call") {
            read_call(*node, jump, scope);
        } else {
            jump.how = way_of(key);
            read_one_of(node, "bad-value", "way to say '" + key + "'", {"true"}, scope.report);
        }
    }
    if (jump.how == Jump::How::ask_again && repeat == Repeat::refused) {
        scope.report.add("repeat-place", fields.place_of("repeat"),
                         "'repeat' where no question is open; expected it in no_match, skip or an option");
    }
    return jump;
}

/// Lines are said in the order in which `say` and `say_once` are written.
std::vector<Line> read_say(const Fields& fields, const Scope& scope) {
    std::vector<Line> first = read_lines(fields.find("say"), "say", scope);
    std::vector<Line> once = read_lines(fields.find("say_once"), "say_once", scope);
    for (Line& line : once) line.once = true;
    const auto at = [&](std::string_view key) {
        const Place& place = fields.place_of(key);
        return std::tie(place.line, place.column);
    };
    if (!first.empty() && !once.empty() && at("say_once") < at("say")) std::swap(first, once);
    first.insert(first.end(), std::make_move_iterator(once.begin()), std::make_move_iterator(once.end()));
    return first;
}

}  // namespace

Jump read_target(const Node& node, const Scope& scope) {
    Jump jump;
    read_goto(node, jump, scope);
    return jump;
}

std::vector<std::string> action_keys(std::vector<std::string> others) {
    others.insert(others.end(), {"language", "say", "say_once", "set", "handoff"});
    others.insert(others.end(), ways.begin(), ways.end());
    return others;
}

Action read_action(const Fields& fields, Repeat repeat, const Scope& scope) {
    Action action;
    if (const Node* language = fields.find("language")) action.language = use_language(scope, *language);
    action.say = read_say(fields, scope);
    if (const Node* handoff = fields.find("handoff")) {
        read_one_of(handoff, "bad-value", "way to say 'handoff'", {"true"}, scope.report);
        action.handoff = true;
    }
    action.set = read_assignments(fields.find("set"), scope);
    action.jump = read_jump(fields, repeat, scope);
    return action;
}

Action read_action(const Node& node, std::string_view what, Repeat repeat, const Scope& scope) {
    return read_action(Fields(node, what, action_keys({}), scope.report), repeat, scope);
}

std::vector<Action> read_ladder(const Node* node, const Scope& scope) {
    std::vector<Action> ladder;
    for (const Node* rung : read_list(node, "no_match", scope.report)) {
        ladder.push_back(read_action(*rung, "a rung of no_match", Repeat::allowed, scope));
    }
    if (node == nullptr || node->kind != Node::Kind::list) return ladder;
    if (ladder.empty()) {
        scope.report.add("empty-list", node->place, "a ladder without a rung; expected at least one");
    } else if (ladder.back().jump.how == Jump::How::ask_again) {
        scope.report.add("ladder-stays", node->items.back().place,
                         "the last rung asks again, so a visitor may never get on; expected a way out",
                         "leave out 'repeat', or add a rung with goto, return, call or end");
    }
    return ladder;
}

}  // namespace attune::dialogs
