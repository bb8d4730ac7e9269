#include <algorithm>

#include "dialogs/engine/run.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

using Values = std::vector<std::string>;

bool contains(const Values& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// The values that `keep` wants, in the order in which the slot declares them: the same answers always give
/// the same state.
template <class Keep>
Values in_declared_order(const Slot& slot, Keep keep) {
    Values values;
    for (const SlotValue& one : slot.values) {
        if (keep(one.value)) values.push_back(one.value);
    }
    return values;
}

/// The beginning of a text, of at most so many code points.
std::string first_characters(const std::string& text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < most && at < text.size(); ++count) {
        const nlu::CodePoint point = nlu::first_code_point(std::string_view(text).substr(at));
        at += point.bytes == 0 ? 1 : point.bytes;
    }
    return nlu::is_utf8(text) ? text.substr(0, at) : "";
}

bool owns(const Flow& flow, const std::string& name) {
    return std::any_of(flow.slots.begin(), flow.slots.end(), [&](const Slot& slot) { return slot.name == name; });
}

}  // namespace

const Values* values_of(const Position& now, std::string_view slot) {
    const std::string name(slot);
    if (!now.stack.empty()) {
        const Slots& own = now.stack.back().slots;
        if (auto found = own.find(name); found != own.end()) return &found->second;
    }
    auto found = now.slots.find(name);
    return found == now.slots.end() ? nullptr : &found->second;
}

void assign(Run& run, const Assignment& assignment) {
    const Flow* flow = run.flow();
    const Slot* slot = flow == nullptr ? nullptr : run.script.slot(*flow, assignment.slot);
    if (slot == nullptr) return;
    Slots& slots = owns(*flow, assignment.slot) ? run.top().slots : run.now().slots;
    if (assignment.how == Assignment::How::clear) {
        slots.erase(assignment.slot);
        return;
    }
    if (slot->type == SlotType::text) {
        if (assignment.values.empty()) return;
        const std::size_t most = static_cast<std::size_t>(slot->max_characters);
        slots[assignment.slot] = {first_characters(assignment.values.front(), most)};
        return;
    }
    Values& values = slots[assignment.slot];
    const auto given = [&](const std::string& value) { return contains(assignment.values, value); };
    const auto there = [&](const std::string& value) { return contains(values, value); };
    switch (assignment.how) {
        case Assignment::How::add:
            values = in_declared_order(*slot, [&](const std::string& v) { return there(v) || given(v); });
            break;
        case Assignment::How::remove:
            values = in_declared_order(*slot, [&](const std::string& v) { return there(v) && !given(v); });
            break;
        default: values = in_declared_order(*slot, given);
    }
}

void note_channel(Run& run) {
    const auto is_channel = [](const Slot& slot) { return slot.name == channel_slot; };
    const auto& slots = run.script.slots;
    const auto slot = std::find_if(slots.begin(), slots.end(), is_channel);
    if (slot == slots.end()) return;
    const std::string& channel = run.turn.state.channel;
    Values values = in_declared_order(*slot, [&](const std::string& value) { return value == channel; });
    if (values.empty()) {
        run.now().slots.erase(channel_slot);
    } else {
        run.now().slots[channel_slot] = std::move(values);
    }
}

void note_opening(Run& run) {
    if (!run.script.opening) return;
    run.now().slots[std::string(clinic_now)] = {std::string(run.script.opening->at(run.time))};
}

bool holds(const Condition& condition, const Position& now) {
    const auto part_holds = [&](const Condition& part) { return holds(part, now); };
    const auto& parts = condition.parts;
    const Values* values = condition.slot.empty() ? nullptr : values_of(now, condition.slot);
    switch (condition.op) {
        case Condition::Op::always: return true;
        case Condition::Op::is_set: return values != nullptr;
        case Condition::Op::is_empty: return values == nullptr || values->empty();
        case Condition::Op::equals:
        case Condition::Op::is_in:
            return values != nullptr && !values->empty() && contains(condition.values, values->front());
        case Condition::Op::has: return values != nullptr && contains(*values, condition.values.front());
        case Condition::Op::negation: return !holds(parts.front(), now);
        case Condition::Op::both: return std::all_of(parts.begin(), parts.end(), part_holds);
        case Condition::Op::either: return std::any_of(parts.begin(), parts.end(), part_holds);
    }
    return false;
}

}  // namespace attune::dialogs
