#include "dialogs/analysis/known_names.hpp"

#include <algorithm>

#include "dialogs/analysis/winner.hpp"
#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/script/for_each_line.hpp"

namespace attune::dialogs {

namespace {

using Names = std::vector<std::string>;

/// One of `names`, else reported.
bool is_known(const TestScope& scope, const std::string& what, const std::string& written, const Place& place,
              const Names& names) {
    if (std::find(names.begin(), names.end(), written) != names.end()) return true;
    scope.report.add("unknown-" + what, place, "unknown " + what + " " + quoted(written),
                     help_for(written, names));
    return false;
}

Names flow_ids(const Script& script) {
    Names ids;
    for (const Flow& flow : script.flows) ids.push_back(flow.id);
    return ids;
}

Names step_ids(const Flow& flow) {
    Names ids;
    for (const Step& step : flow.steps) ids.push_back(step.id);
    return ids;
}

Names value_ids(const Slot& slot) {
    Names ids;
    for (const SlotValue& value : slot.values) ids.push_back(value.value);
    return ids;
}

std::vector<const Slot*> visible_slots(const Script& script, const Flow* flow) {
    std::vector<const Slot*> slots;
    const auto add = [&](const std::vector<Slot>& more) {
        for (const Slot& slot : more) slots.push_back(&slot);
    };
    if (flow != nullptr) add(flow->slots);
    add(script.slots);
    if (flow != nullptr) return slots;
    for (const Flow& each : script.flows) add(each.slots);
    return slots;
}

bool has_all(const Slot& slot, const Names& values) {
    const Names ids = value_ids(slot);
    return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
        return std::find(ids.begin(), ids.end(), value) != ids.end();
    });
}

std::string use_name(const TestScope& scope, const std::string& kind, const char* what, const Names& names,
                     const Node& node) {
    const std::string written = read_any_text(&node, what, scope.report);
    if (node.kind == Node::Kind::text) is_known(scope, kind, written, node.place, names);
    return written;
}

Names danger_classes(const Script& script) {
    Names classes;
    for (const auto& [name, flow] : script.safety_flows) {
        if (name.find(' ') == std::string::npos) classes.push_back(name);
    }
    return classes;
}

}  // namespace

std::string use_line(const TestScope& scope, const Node& node) {
    const std::string id = read_any_text(&node, "a line", scope.report);
    if (node.kind != Node::Kind::text || scope.script.line(id) != nullptr) return id;
    Names ids;
    for_each_line(scope.script, [&](const Line& line) { ids.push_back(line.id); });
    is_known(scope, "line", id, node.place, ids);
    return id;
}

std::optional<StepRef> use_step_ref(const TestScope& scope, const Node& node) {
    const std::string written = read_any_text(&node, "a step", scope.report);
    if (node.kind != Node::Kind::text) return std::nullopt;
    const std::size_t dot = written.find('.');
    if (dot == std::string::npos) {
        scope.report.add("bad-value", node.place, quoted(written) + " is no step; expected flow.step");
        return std::nullopt;
    }
    const std::string flow_id = written.substr(0, dot);
    if (!is_known(scope, "flow", flow_id, node.place, flow_ids(scope.script))) return std::nullopt;
    const Flow* flow = scope.script.flow(flow_id);
    const std::string step_id = written.substr(dot + 1);
    if (!is_known(scope, "step", step_id, node.place, step_ids(*flow))) return std::nullopt;
    return StepRef{flow, flow->step(step_id)};
}

std::vector<const Slot*> use_slot_name(const TestScope& scope, const Flow* flow, const Entry& entry) {
    Names names;
    std::vector<const Slot*> found;
    for (const Slot* slot : visible_slots(scope.script, flow)) {
        names.push_back(slot->name);
        if (slot->name == entry.key) found.push_back(slot);
    }
    is_known(scope, "slot", entry.key, entry.place, names);
    return found;
}

std::vector<std::string> use_values(const TestScope& scope, const std::vector<const Slot*>& slots,
                                    const Node& node) {
    Names written;
    for (const Node* each : one_or_many(node))
        written.push_back(read_any_text(each, "a value", scope.report));
    const auto fits = [&](const Slot* slot) { return has_all(*slot, written); };
    const auto slot = std::find_if(slots.begin(), slots.end(), fits);
    if (slot == slots.end()) {
        for (const Node* each : one_or_many(node)) {
            if (each->kind == Node::Kind::text)
                is_known(scope, "value", each->text, each->place, value_ids(*slots.front()));
        }
        return {};
    }
    Names values;
    for (const std::string& id : value_ids(**slot)) {
        if (std::find(written.begin(), written.end(), id) != written.end()) values.push_back(id);
    }
    return values;
}

std::string use_safety_class(const TestScope& scope, const Node& node) {
    Names classes = danger_classes(scope.script);
    classes.insert(classes.begin(), "none");
    return use_name(scope, "class", "a safety class", classes, node);
}

std::string use_intent(const TestScope& scope, const Node& node) {
    Names names = scope.intents;
    names.push_back("none");
    return use_name(scope, "intent", "an intent", names, node);
}

std::string use_interrupt(const TestScope& scope, const Node& node) {
    Names names = danger_classes(scope.script);
    for (const char* name : {"crisis", "menu", "person", "stop", "erase", "none"}) names.emplace_back(name);
    for (const std::string& id : flow_ids(scope.script)) names.push_back(id);
    return use_name(scope, "interrupt", "what breaks in", names, node);
}

std::string use_repair(const TestScope& scope, const Node& node) {
    Names names = {"none", "no_match", "did_you_mean", "after_silence"};
    for (const Interrupt& interrupt : scope.script.interrupts) {
        Winner winner{Winner::Kind::command, std::string(name_of(interrupt.command))};
        if (repair_of(winner) != "none") names.push_back(winner.name);
    }
    return use_name(scope, "repair", "a repair", names, node);
}

std::vector<std::string> intent_names(const BotFiles& files, const Script& script) {
    Names names;
    for (const Interrupt& interrupt : script.interrupts) names.push_back(interrupt.intent);
    for (const auto& [intent, flow] : script.starters) names.push_back(intent);
    Report seen_by_the_loader;
    for (const auto& [path, content] : files) {
        if (!path.starts_with("nlu/") || !path.ends_with(".yaml")) continue;
        const auto root = read_source(path, content, seen_by_the_loader);
        const Node* list = root ? Fields(*root, "intents", seen_by_the_loader).find("intents") : nullptr;
        for (const Node* intent : read_list(list, "intents", seen_by_the_loader)) {
            const Node* name = Fields(*intent, "an intent", seen_by_the_loader).find("intent");
            if (name != nullptr) names.push_back(name->text);
        }
    }
    return names;
}

}  // namespace attune::dialogs
