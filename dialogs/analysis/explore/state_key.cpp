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

/// The flow that goes on when the uppermost gives back, where it is not a question that was left open.
const Frame* caller_of(const std::vector<Frame>& stack) {
    const bool is_called = stack.size() > 1 && stack.back().why == Frame::Why::flow;
    return is_called ? &stack[stack.size() - 2] : nullptr;
}

/// The same question again: what is remembered was told apart when it was asked first.
bool is_repeated(const State& state) {
    return state.misses > 0 || state.silences > 0 || state.now.aside.kind != Aside::Kind::none;
}

}  // namespace

StateKeys::StateKeys(const Script& script) : script_(script), looks_(script) {
    for (const Flow& flow : script.flows) {
        flow_number_.emplace(flow.id, static_cast<std::uint16_t>(flow_number_.size()));
        auto& steps = step_number_.emplace_back();
        auto& questions = is_question_.emplace_back(1, false);
        for (const Step& step : flow.steps) {
            steps.emplace(step.id, static_cast<std::uint16_t>(steps.size() + 1));
            questions.push_back(std::holds_alternative<Ask>(step.what));
        }
    }
}

void StateKeys::put_frame(std::string& key, const Frame& frame) const {
    const std::uint16_t flow = flow_number_.at(frame.flow);
    const auto& steps = step_number_[flow];
    const auto step = steps.find(frame.step);
    put(key, flow, 2);
    put(key, step == steps.end() ? 0 : step->second, 2);
}

std::string StateKeys::place(const State& state, bool with_caller) const {
    std::string key;
    put(key, state.now.ended ? 1 : 0, 1);
    put(key, static_cast<std::uint64_t>(state.misses), 1);
    put(key, static_cast<std::uint64_t>(state.silences), 1);
    put(key, static_cast<std::uint64_t>(state.now.aside.kind), 1);
    const auto& stack = state.now.stack;
    if (stack.empty()) return key;
    put_frame(key, stack.back());
    put(key, (stack.size() > 1 ? 1U : 0U) + (stack.back().why == Frame::Why::queued ? 2U : 0U), 1);
    put(key, static_cast<std::uint64_t>(digressions(stack)), 1);
    const Frame* caller = !with_caller || is_repeated(state) ? nullptr : caller_of(stack);
    if (caller != nullptr && !looks_.whole(caller->flow).empty()) put(key, flow_number_.at(caller->flow), 2);
    return key;
}

std::string StateKeys::pair(const State& state) const {
    std::string key;
    const auto& stack = state.now.stack;
    if (stack.size() < 2) return key;
    const Frame& beneath = stack[stack.size() - 2];
    put_frame(key, stack.back());
    put_frame(key, beneath);
    put(key, static_cast<std::uint64_t>(stack.back().why), 1);
    put(key, static_cast<std::uint64_t>(beneath.why), 1);
    return key;
}

void StateKeys::put_codes(std::vector<std::uint64_t>& codes, const Frame& frame, const Slots& slots) const {
    for (const Look& look : looks_.whole(frame.flow))
        codes.push_back(code_of(look, look.is_own ? frame.slots : slots));
}

std::vector<std::uint64_t> StateKeys::codes(const State& state) const {
    std::vector<std::uint64_t> codes;
    const auto& stack = state.now.stack;
    if (stack.empty() || is_repeated(state)) return codes;
    put_codes(codes, stack.back(), state.now.slots);
    if (const Frame* caller = caller_of(stack)) put_codes(codes, *caller, state.now.slots);
    return codes;
}

std::string StateKeys::frame(const Frame& frame, const Slots& slots) const {
    std::string key;
    put_frame(key, frame);
    const std::uint16_t flow = flow_number_.at(frame.flow);
    const auto step = step_number_[flow].find(frame.step);
    if (step == step_number_[flow].end() || !is_question_[flow][step->second]) return key;
    std::vector<std::uint64_t> codes;
    put_codes(codes, frame, slots);
    for (const std::uint64_t code : codes) put(key, code, 8);
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
