#include "dialogs/analysis/read_expectation.hpp"

#include <charconv>

#include "dialogs/language/reader.hpp"

namespace attune::dialogs {

namespace {

std::optional<std::vector<std::string>> read_lines(const TestScope& scope, const Node* node) {
    if (node == nullptr) return std::nullopt;
    std::vector<std::string> lines;
    for (const Node* line : read_list(node, "lines", scope.report)) lines.push_back(use_line(scope, *line));
    return lines;
}

std::optional<std::string> read_step(const TestScope& scope, const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (node->text != "-") use_step_ref(scope, *node);
    return node->text;
}

std::optional<std::vector<std::string>> read_under(const TestScope& scope, const Node* node) {
    if (node == nullptr) return std::nullopt;
    std::vector<std::string> steps;
    for (const Node* each : read_list(node, "steps", scope.report)) {
        use_step_ref(scope, *each);
        steps.push_back(each->text);
    }
    return steps;
}

std::vector<Expectation::SlotIs> read_slots(const TestScope& scope, const Node* node) {
    std::vector<Expectation::SlotIs> slots;
    if (node == nullptr || !is_map(*node, "slots", scope.report)) return slots;
    for (const Entry& entry : node->entries) {
        const auto known = use_slot_name(scope, nullptr, entry);
        if (known.empty()) continue;
        const bool answered = entry.value.kind != Node::Kind::nothing;
        slots.push_back(
            {entry.key, answered ? std::optional(use_values(scope, known, entry.value)) : std::nullopt});
    }
    return slots;
}

std::optional<int> read_count(const TestScope& scope, const Node* node) {
    if (node == nullptr) return std::nullopt;
    const std::string written = read_any_text(node, "how many options", scope.report);
    int count = 0;
    const char* end = written.data() + written.size();
    const auto [rest, error] = std::from_chars(written.data(), end, count);
    if (error == std::errc{} && rest == end && count >= 0) return count;
    scope.report.add("bad-value", node->place, "this is no number of options; expected 0, 1, 2 …");
    return std::nullopt;
}

std::optional<bool> read_flag(const TestScope& scope, const Node* node) {
    if (node == nullptr) return std::nullopt;
    return read_bool(node, false, scope.report);
}

}  // namespace

Expectation read_expectation(const TestScope& scope, const Node& node) {
    const Fields fields(node, "what is expected",
                        {"says", "says_some", "step", "slots", "options", "ended", "safety", "crisis",
                         "first", "interrupt", "repair", "under"},
                        scope.report);
    Expectation expect;
    expect.says = read_lines(scope, fields.find("says"));
    expect.says_some = read_lines(scope, fields.find("says_some")).value_or(std::vector<std::string>{});
    expect.step = read_step(scope, fields.find("step"));
    expect.slots = read_slots(scope, fields.find("slots"));
    expect.options = read_count(scope, fields.find("options"));
    expect.ended = read_flag(scope, fields.find("ended"));
    if (const Node* safety = fields.find("safety")) expect.safety = use_safety_class(scope, *safety);
    expect.crisis = read_flag(scope, fields.find("crisis"));
    if (const Node* first = fields.find("first")) expect.first = use_line(scope, *first);
    if (const Node* interrupt = fields.find("interrupt")) expect.interrupt = use_interrupt(scope, *interrupt);
    if (const Node* repair = fields.find("repair")) expect.repair = use_repair(scope, *repair);
    expect.under = read_under(scope, fields.find("under"));
    return expect;
}

}  // namespace attune::dialogs
