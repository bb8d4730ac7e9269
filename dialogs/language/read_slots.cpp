#include "dialogs/language/read_slots.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

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

int read_bound(const Node* node, int otherwise, Report& report) {
    if (node == nullptr) return otherwise;
    const std::string text = read_text(node, "a number", report);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= -10'000 && number <= 1'000'000)
        return number;
    report.add("bad-value", node->place, quoted(text) + " does not fit; expected a whole number up to 1000000");
    return otherwise;
}

/// The ranges of a number, or of a date in days from today: the state keeps only which one it was.
std::vector<SlotValue> read_ranges(const std::string& slot, const Node* node, const Scope& scope) {
    std::vector<SlotValue> values;
    if (node == nullptr || !is_map(*node, "values", scope.report)) return values;
    for (const Entry& entry : node->entries) {
        check_name(entry, "a value", scope.report);
        const Fields fields(entry.value, "a range", {"label", "from", "to"}, scope.report);
        SlotValue value;
        value.value = entry.key;
        if (const Node* label = fields.need("label"))
            value.label = read_fixed(&words_of(scope, "slots." + slot + "." + entry.key, *label), "a label", scope);
        value.from = read_bound(fields.find("from"), std::numeric_limits<int>::min(), scope.report);
        value.to = read_bound(fields.find("to"), std::numeric_limits<int>::max(), scope.report);
        const bool overlaps = std::any_of(values.begin(), values.end(), [&](const SlotValue& other) {
            return value.from <= other.to && other.from <= value.to;
        });
        if (value.from > value.to || overlaps) {
            scope.report.add("bad-range", entry.place,
                             overlaps ? "the range of " + quoted(entry.key) + " overlaps another one"
                                      : "the range of " + quoted(entry.key) + " ends before it begins");
        }
        values.push_back(std::move(value));
    }
    if (values.empty())
        scope.report.add("empty-list", node->place, "a slot without values; expected at least one");
    return values;
}

/// What the keys of a slot say, by its type.
void read_type(const Fields& fields, Slot& slot, const Scope& scope) {
    const std::string type = read_one_of(fields.need("type"), "bad-value", "type of slot",
                                         {"choice", "set", "number", "date", "text"}, scope.report);
    if (type == "text") {
        slot.type = SlotType::text;
        slot.max_characters = read_bound(fields.need("max"), 200, scope.report);
        if (slot.max_characters < 1 || slot.max_characters > 1000)
            scope.report.add("bad-value", fields.place_of("max"), "a text of 1 to 1000 characters is expected");
        if (fields.find("values") != nullptr)
            scope.report.add("unknown-key", fields.place_of("values"), "a text has no values");
        return;
    }
    if (fields.find("max") != nullptr)
        scope.report.add("unknown-key", fields.place_of("max"), "'max' is for texts alone");
    slot.type = type == "set" ? SlotType::set : SlotType::choice;
    if (type == "number") slot.amount = Amount::number;
    if (type == "date") slot.amount = Amount::days_from_today;
    slot.values = slot.amount == Amount::none ? read_values(slot.name, fields.need("values"), scope)
                                              : read_ranges(slot.name, fields.need("values"), scope);
}

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
        const Fields fields(entry.value, "a slot", {"type", "values", "max", "heading"}, scope.report);
        Slot slot;
        slot.name = entry.key;
        read_type(fields, slot, scope);
        if (const Node* heading = fields.find("heading")) {
            const Node& words = words_of(scope, "slots." + entry.key + ".heading", *heading);
            slot.heading = read_fixed(&words, "a heading", scope);
        }
        slots.push_back(std::move(slot));
    }
    return slots;
}

}  // namespace attune::dialogs
