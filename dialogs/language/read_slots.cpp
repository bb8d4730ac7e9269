#include "dialogs/language/read_slots.hpp"

#include <algorithm>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_line.hpp"
#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

/// Words that conditions are made of.
const std::vector<std::string> reserved = {"and", "or", "not", "is", "in", "has"};

void check_name(const Entry& entry, std::string_view what, Report& report) {
    if (!is_id(entry.key)) {
        report.add(
            "bad-id", entry.place,
            quoted(entry.key) + " is no name for " + std::string(what) + "; expected a to z, 0 to 9 and _");
    }
}

std::vector<SlotValue> read_values(const std::string& slot, const Node* node, const Scope& scope) {
    std::vector<SlotValue> values;
    if (node == nullptr || !is_map(*node, "values", scope.report)) return values;
    for (const Entry& entry : node->entries) {
        check_name(entry, "a value", scope.report);
        const Node& label = words_of(scope, "slots." + slot + "." + entry.key, entry.value);
        values.push_back({entry.key, read_fixed(&label, "a value's label", scope)});
    }
    if (values.empty())
        scope.report.add("empty-list", node->place, "a slot without values; expected at least one");
    return values;
}

}  // namespace

std::vector<Slot> read_slots(const Node* node, const Scope& scope) {
    std::vector<Slot> slots;
    if (node == nullptr || !is_map(*node, "slots", scope.report)) return slots;
    for (const Entry& entry : node->entries) {
        check_name(entry, "a slot", scope.report);
        if (std::find(reserved.begin(), reserved.end(), entry.key) != reserved.end()) {
            scope.report.add(
                "bad-id", entry.place,
                "'" + entry.key + "' is a word of conditions; expected another name for the slot");
        }
        const Fields fields(entry.value, "a slot", {"type", "values"}, scope.report);
        const std::string type =
            read_one_of(fields.need("type"), "bad-value", "type of slot", {"choice", "set"}, scope.report);
        Slot slot;
        slot.name = entry.key;
        slot.type = type == "set" ? SlotType::set : SlotType::choice;
        slot.values = read_values(entry.key, fields.need("values"), scope);
        slots.push_back(std::move(slot));
    }
    return slots;
}

}  // namespace attune::dialogs
