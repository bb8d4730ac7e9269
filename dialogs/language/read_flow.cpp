#include "dialogs/language/read_flow.hpp"

#include <algorithm>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/read_slots.hpp"
#include "dialogs/language/read_step.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

void check_hidden(const Node* slots, const Scope& scope) {
    if (slots == nullptr) return;
    for (const Entry& entry : slots->entries) {
        const auto is_same = [&](const Slot& slot) { return slot.name == entry.key; };
        const auto& bots = scope.names.slots;
        if (std::none_of(bots.begin(), bots.end(), is_same)) continue;
        scope.report.add(
            "hidden-slot", entry.place,
            "the slot " + quoted(entry.key) + " hides the bot's slot of that name; expected another name");
    }
}

/// The questions of a form are steps of their own.
void outline_form(const Node& step, const std::string& id, FlowOutline& outline) {
    for (const Entry& entry : step.entries) {
        if (entry.key != "collect") continue;
        for (const Node& question : entry.value.items) {
            for (const Entry& key : question.entries) {
                if (key.key == "ask") outline.steps.push_back({id + "_" + key.value.text, key.value.place});
            }
        }
    }
}

void outline_step(const Node& node, FlowOutline& outline, Report& report) {
    if (!is_map(node, "a step", report)) return;
    for (const Entry& entry : node.entries) {
        if (entry.key != "id") continue;
        const std::string id = read_id(&entry.value, "a step", report);
        const auto is_same = [&](const StepName& step) { return step.id == id; };
        if (!id.empty() && std::any_of(outline.steps.begin(), outline.steps.end(), is_same)) {
            report.add("duplicate-step", entry.value.place, "a second step with the id " + quoted(id));
        }
        outline.steps.push_back({id, entry.value.place});
        return outline_form(node, id, outline);
    }
    outline.steps.push_back({"", node.place});
    report.add("missing-key", node.place, "the key 'id' is missing in a step");
}

}  // namespace

FlowOutline outline_flow(const Node& root, const std::string& stem, const Scope& scope) {
    FlowOutline outline;
    Report& report = scope.report;
    const Fields fields(
        root, "a flow",
        {"schema", "flow", "title", "start_when", "tags", "bridge", "topic", "crisis", "slots", "moved_to", "steps"}, report);
    read_schema(fields, report);
    const Node* id = fields.need("flow");
    outline.id = read_id(id, "a flow", report);
    if (!outline.id.empty() && outline.id != stem) {
        report.add("flow-file-name", id->place,
                   "the flow " + quoted(outline.id) + " is in the file " + quoted(stem + ".yaml") +
                       "; expected the same name for both");
    }
    outline.id = stem;
    Scope inside = scope;
    inside.flow = &outline;
    outline.slots = read_slots(fields.find("slots"), inside);
    check_hidden(fields.find("slots"), scope);
    outline.crisis = read_bool(fields.find("crisis"), false, report);
    const Node* steps = fields.need("steps");
    for (const Node* step : read_list(steps, "steps", report)) outline_step(*step, outline, report);
    outline.whole = steps != nullptr && steps->kind == Node::Kind::list;
    if (outline.whole && outline.steps.empty()) {
        report.add("empty-list", steps->place, "a flow without steps; expected at least one");
    }
    return outline;
}

Flow read_flow(const Node& root, const Scope& scope) {
    const Fields fields(root, "a flow", scope.report);
    Flow flow;
    flow.id = scope.flow->id;
    flow.slots = scope.flow->slots;
    flow.crisis = scope.flow->crisis;
    if (const Node* title = fields.need("title"))
        flow.title = read_fixed(&words_of(scope, "title", *title), "a title", scope);
    for (const Node* intent : read_list(fields.find("start_when"), "start_when", scope.report)) {
        flow.start_when.push_back(use_intent(scope, intent));
    }
    for (const Node* tag : read_list(fields.find("tags"), "tags", scope.report)) {
        flow.tags.push_back(read_id(tag, "a tag", scope.report));
    }
    flow.bridge = read_bool(fields.find("bridge"), true, scope.report);
    flow.topic = read_bool(fields.find("topic"), false, scope.report);
    const Node* steps = fields.find("steps");
    if (steps == nullptr) return flow;
    for (const Node& node : steps->items) {
        for (Step& step : read_steps(node, scope)) flow.steps.push_back(std::move(step));
    }
    return flow;
}

}  // namespace attune::dialogs
