#include "dialogs/language/names.hpp"

#include <algorithm>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/language/translation.hpp"

namespace attune::dialogs {

namespace {

std::string unknown(std::string_view what, std::string_view written) {
    return "unknown " + std::string(what) + " " + quoted(written);
}

const Slot* find_slot(const std::vector<Slot>& slots, std::string_view name) {
    const auto found =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == name; });
    return found == slots.end() ? nullptr : &*found;
}

}  // namespace

const Node& words_of(const Scope& scope, const std::string& key, const Node& source) {
    if (scope.translation == nullptr) return source;
    return scope.translation->text(scope.flow == nullptr ? "bot" : scope.flow->id, key, source);
}

std::vector<std::string> flow_names(const Names& names) {
    std::vector<std::string> ids;
    for (const auto& [id, outline] : names.flows) ids.push_back(id);
    return ids;
}

const Slot* use_slot(const Scope& scope, std::string_view written, const Place& place) {
    const Slot* own = scope.flow == nullptr ? nullptr : find_slot(scope.flow->slots, written);
    if (own != nullptr) return own;
    const Slot* slot = find_slot(scope.names.slots, written);
    if (slot != nullptr || !scope.names.bot_known) return slot;
    std::vector<std::string> known;
    if (scope.flow != nullptr) {
        for (const Slot& other : scope.flow->slots) known.push_back(other.name);
    }
    for (const Slot& other : scope.names.slots) known.push_back(other.name);
    scope.report.add("unknown-slot", place,
                     unknown("slot", written) + "; expected a slot of this flow or of the bot",
                     help_for(written, known));
    return nullptr;
}

std::string use_value(const Scope& scope, const Slot& slot, std::string_view written, const Place& place) {
    std::vector<std::string> known;
    for (const SlotValue& value : slot.values) {
        if (value.value == written) return value.value;
        known.push_back(value.value);
    }
    if (known.empty()) return "";  // that has been reported
    scope.report.add("unknown-value", place,
                     unknown("value", written) + "; expected a value of '" + slot.name + "'",
                     help_for(written, known));
    return "";
}

std::string use_intent(const Scope& scope, const Node* node) {
    const std::string written = read_id(node, "an intent", scope.report);
    const auto& known = scope.names.intents;
    if (written.empty() || !scope.names.nlu_known) return written;
    if (std::find(known.begin(), known.end(), written) != known.end()) return written;
    scope.report.add("unknown-intent", node->place,
                     unknown("intent", written) + "; expected an intent of nlu/*.yaml",
                     help_for(written, known));
    return "";
}

std::string use_flow(const Scope& scope, const Node* node) {
    const std::string written = read_id(node, "a flow", scope.report);
    return written.empty() ? written : use_flow(scope, written, node->place);
}

std::string use_flow(const Scope& scope, std::string_view written, const Place& place) {
    const std::string id(written);
    if (scope.names.flows.count(id) != 0) return id;
    scope.report.add("unknown-flow", place,
                     unknown("flow", written) + "; expected the id of a flow in flows/*.yaml",
                     help_for(written, flow_names(scope.names)));
    return "";
}

std::string use_step(const Scope& scope, const FlowOutline& flow, std::string_view written,
                     const Place& place) {
    std::vector<std::string> known;
    for (const StepName& step : flow.steps) {
        if (step.id == written) return step.id;
        known.push_back(step.id);
    }
    if (!flow.whole) return "";
    scope.report.add("unknown-step", place,
                     unknown("step", written) + "; expected a step of the flow '" + flow.id + "'",
                     help_for(written, known));
    return "";
}

std::string use_language(const Scope& scope, const Node& node) {
    const std::string written = read_text(&node, "a language", scope.report);
    const auto& known = scope.names.locales;
    if (written.empty() || std::find(known.begin(), known.end(), written) != known.end()) return written;
    scope.report.add("unknown-language", node.place,
                     unknown("language", written) + "; expected the bot's own or a folder of locales/",
                     help_for(written, known));
    return "";
}

bool has_other_type(const Scope& scope, const Slot& slot, SlotType expected, std::string_view use,
                    const Place& place) {
    if (slot.type == expected) return false;
    if (slot.type == SlotType::text) {
        scope.report.add("wrong-slot-type", place,
                         "'" + slot.name + "' is a text; expected a " +
                             (expected == SlotType::set ? "set" : "choice") + " with " + std::string(use),
                         "of a text only 'is set' and 'is not set' can be asked");
        return true;
    }
    const bool is_set = slot.type == SlotType::set;
    scope.report.add("wrong-slot-type", place,
                     "'" + slot.name + "' is a " + (is_set ? "set" : "choice") + "; expected a " +
                         (is_set ? "choice" : "set") + " with " + std::string(use),
                     is_set ? "a set is tested by 'has', 'is empty' and 'is set'"
                            : "a choice is tested by '=', '!=', 'in' and 'is set', and gets one value");
    return true;
}

}  // namespace attune::dialogs
