#include "dialogs/engine/fit.hpp"

#include <algorithm>
#include <utility>

namespace attune::dialogs {

namespace {

const MovedTo* moved(const Script& script, const std::string& key) {
    const auto found = script.moved.find(key);
    return found == script.moved.end() ? nullptr : &found->second;
}

/// False when neither the step is there nor anything in its place.
bool fit_place(const Script& script, Frame& frame) {
    const Flow* flow = script.flow(frame.flow);
    if (flow != nullptr && (frame.step.empty() || flow->step(frame.step) != nullptr)) return true;
    const MovedTo* place = moved(script, frame.flow + "." + frame.step);
    if (place == nullptr && flow == nullptr) place = moved(script, frame.flow);
    if (place == nullptr) return false;
    frame.flow = place->flow;
    frame.step = place->step;
    return true;
}

/// Drops answers that the slots of this version cannot have.
void fit_slots(const std::vector<Slot>& known, Slots& slots) {
    for (auto answer = slots.begin(); answer != slots.end();) {
        const auto slot = std::find_if(known.begin(), known.end(), [&](const Slot& one) { return one.name == answer->first; });
        const auto is_unknown = [&](const std::string& value) {
            return std::none_of(slot->values.begin(), slot->values.end(),
                                [&](const SlotValue& one) { return one.value == value; });
        };
        const bool is_gone = slot == known.end() || (slot->type == SlotType::choice && answer->second.size() > 1) ||
                             (slot->type != SlotType::text &&
                              std::any_of(answer->second.begin(), answer->second.end(), is_unknown));
        answer = is_gone ? slots.erase(answer) : std::next(answer);
    }
}

bool fit_position(const Script& script, Position& position) {
    for (Frame& frame : position.stack) {
        if (!fit_place(script, frame)) return false;
        fit_slots(script.flow(frame.flow)->slots, frame.slots);
    }
    for (auto frame = position.stack.begin(); frame != position.stack.end(); ++frame) {
        const auto is_same = [&](const Frame& other) { return other.flow == frame->flow; };
        if (std::any_of(std::next(frame), position.stack.end(), is_same)) return false;
    }
    fit_slots(script.slots, position.slots);
    const auto is_gone = [&](const std::string& flow) { return script.flow(flow) == nullptr; };
    if (std::any_of(position.aside.flows.begin(), position.aside.flows.end(), is_gone)) position.aside = {};
    return true;
}

}  // namespace

std::optional<State> fitted(const Script& next, State state) {
    if (!fit_position(next, state.now)) return std::nullopt;
    auto& before = state.before;
    before.erase(std::remove_if(before.begin(), before.end(), [&](Position& one) { return !fit_position(next, one); }),
                 before.end());
    if (state.locale != next.locale && next.locales.count(state.locale) == 0) state.locale.clear();
    state.script = next.hash;
    return state;
}

}  // namespace attune::dialogs
