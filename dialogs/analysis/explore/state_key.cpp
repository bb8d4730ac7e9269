#include "dialogs/analysis/explore/state_key.hpp"

#include <algorithm>

#include "dialogs/engine/limits.hpp"

namespace attune::dialogs {

namespace {

void put(std::string& key, std::uint64_t number, int bytes) {
    for (; bytes > 0; --bytes, number >>= 8U) key += static_cast<char>(number & 0xFFU);
}

int digressions(const std::vector<Frame>& stack) {
    int count = 0;
    for (const Frame& frame : stack) {
        if (frame.why == Frame::Why::safety) count = 0;
        if (frame.why == Frame::Why::digression || frame.why == Frame::Why::queued) ++count;
    }
    return std::min(count, max_digressions);
}

void add_once(std::vector<const Flow*>& flows, const Flow& flow) {
    if (std::find(flows.begin(), flows.end(), &flow) == flows.end()) flows.push_back(&flow);
}

}  // namespace

StateKeys::StateKeys(const Script& script) : script_(script) {
    for (const Flow& flow : script.flows) {
        flow_number_.emplace(flow.id, static_cast<std::uint16_t>(flow_number_.size()));
        auto& steps = step_number_.emplace_back();
        for (const Step& step : flow.steps) {
            steps.emplace(step.id, static_cast<std::uint16_t>(steps.size() + 1));
            see_step(flow, step);
        }
    }
    for (const Slot& slot : script.slots) {
        if (slot.name != clinic_now && std::find(seen_.begin(), seen_.end(), &slot) != seen_.end())
            seen_bot_slots_.push_back(&slot);
    }
}

StateKeys::Seen& StateKeys::seen(const Slot* slot) {
    if (std::find(seen_.begin(), seen_.end(), slot) == seen_.end()) seen_.push_back(slot);
    return seen_of_[slot];
}

void StateKeys::see(const Flow& flow, const Condition& condition) {
    for (const Condition& part : condition.parts) see(flow, part);
    const Slot* slot = condition.slot.empty() ? nullptr : script_.slot(flow, condition.slot);
    if (slot == nullptr) return;
    Seen& what = seen(slot);
    if (condition.values.empty()) what.presence = true;
    if (!condition.values.empty()) add_once(what.flows, flow);
    for (const std::string& value : condition.values) {
        if (std::find(what.values.begin(), what.values.end(), value) == what.values.end())
            what.values.push_back(value);
    }
}

void StateKeys::see(const Flow* flow, const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        for (const Text& text : line.variants) {
            for (const auto& piece : text) {
                const auto* filled = std::get_if<SlotText>(&piece);
                const Slot* slot = filled == nullptr ? nullptr : script_.slot(*flow, filled->slot);
                if (slot != nullptr) seen(slot).presence = true;
            }
        }
    }
}

void StateKeys::change(const Flow& flow, const std::string& name) {
    if (const Slot* slot = name.empty() ? nullptr : script_.slot(flow, name))
        add_once(seen_of_[slot].flows, flow);
}

void StateKeys::change(const Flow& flow, const Action& action) {
    see(&flow, action.say);
    for (const Assignment& assignment : action.set) change(flow, assignment.slot);
}

void StateKeys::see_step(const Flow& flow, const Step& step) {
    see(flow, step.condition);
    if (const auto* act = std::get_if<Act>(&step.what)) change(flow, act->action);
    if (const auto* branch = std::get_if<Branch>(&step.what)) {
        for (const Branch::Arm& arm : branch->arms) {
            see(flow, arm.condition);
            change(flow, arm.action);
        }
    }
    if (const auto* ask = std::get_if<Ask>(&step.what)) {
        see(&flow, ask->say);
        see(&flow, ask->why);
        change(flow, ask->slot);
        change(flow, ask->skip);
        for (const Action& action : ask->then) change(flow, action);
        for (const Action& action : ask->no_match) change(flow, action);
    }
}

bool StateKeys::is_home(const Slot& slot, const Flow* flow) const {
    const auto& flows = seen_of_.at(&slot).flows;
    return flows.size() != 1 || flows.front() == flow;
}

Slots StateKeys::with_own(Slots slots, const std::string& flow, const Slots& own) const {
    for (const Slot* slot : seen_bot_slots_) {
        const auto& flows = seen_of_.at(slot).flows;
        if (flows.size() != 1 || flows.front()->id != flow) continue;
        slots.erase(slot->name);
        if (const auto found = own.find(slot->name); found != own.end()) slots.insert(*found);
    }
    return slots;
}

std::uint64_t StateKeys::code(const Slot& slot, const Slots& slots, bool with_values) const {
    const auto what = seen_of_.find(&slot);
    const auto found = slots.find(slot.name);
    if (what == seen_of_.end() || found == slots.end()) return 0;
    const auto& values = found->second;
    std::uint64_t code = 0;
    if (what->second.presence) code = values.empty() ? 1 : 3;
    if (!with_values) return code;
    unsigned bit = 2;
    for (const std::string& value : what->second.values) {
        if (std::find(values.begin(), values.end(), value) != values.end()) code |= std::uint64_t{1} << bit;
        bit = bit == 63 ? 63 : bit + 1;
    }
    return code;
}

std::string StateKeys::slots_key(const Slots& slots, const Flow* seen_from) const {
    std::string key;
    for (const Slot* slot : seen_bot_slots_) put(key, code(*slot, slots, is_home(*slot, seen_from)), 8);
    return key;
}

void StateKeys::put_frames(std::string& key, const std::vector<Frame>& stack) const {
    const Frame& top = stack.back();
    const std::uint16_t flow = flow_number_.at(top.flow);
    const auto& steps = step_number_[flow];
    const auto step = steps.find(top.step);
    put(key, flow, 2);
    put(key, step == steps.end() ? 0 : step->second, 2);
    put(key, (stack.size() > 1 ? 1U : 0U) + (top.why == Frame::Why::queued ? 2U : 0U), 1);
    put(key, static_cast<std::uint64_t>(digressions(stack)), 1);
    for (const Slot& slot : script_.flows[flow].slots) put(key, code(slot, top.slots), 8);
}

std::string StateKeys::key(const State& state) const {
    std::string key;
    key.reserve(64);
    put(key, state.now.ended ? 1 : 0, 1);
    put(key, static_cast<std::uint64_t>(state.misses), 1);
    put(key, static_cast<std::uint64_t>(state.silences), 1);
    put(key, static_cast<std::uint64_t>(state.now.aside.kind), 1);
    for (const std::string& flow : state.now.aside.flows) put(key, flow_number_.at(flow), 2);
    const auto& stack = state.now.stack;
    if (stack.empty()) return key + slots_key(state.now.slots);
    put_frames(key, stack);
    return key + slots_key(state.now.slots, script_.flow(stack.back().flow));
}

std::string StateKeys::waiting_key(const State& state) const {
    std::string key;
    if (state.now.stack.empty()) return key;
    put_frames(key, state.now.stack);
    const Flow* flow = script_.flow(state.now.stack.back().flow);
    for (const Slot* slot : seen_bot_slots_) {
        const auto& flows = seen_of_.at(slot).flows;
        if (flows.size() == 1 && flows.front() == flow) put(key, code(*slot, state.now.slots), 8);
    }
    return key;
}

State StateKeys::bare(State state) {
    state.before.clear();
    state.said.clear();
    state.last.clear();
    state.locale.clear();
    state.safety = {};
    state.care = {};
    state.at = 0;
    state.now.slots.erase(std::string(clinic_now));  // set anew by every turn
    return state;
}

}  // namespace attune::dialogs
