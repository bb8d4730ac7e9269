#include "dialogs/analysis/explore/ways_out.hpp"

#include <algorithm>

namespace attune::dialogs {

namespace {

/// Does the visitor only answer, or let it be?
bool is_answer(const Input& input) {
    using Kind = Input::Kind;
    if (input.kind == Kind::command) return input.command == Command::skip;
    return input.kind == Kind::answer || input.kind == Kind::unknown || input.kind == Kind::silence;
}

/// Whether the flow at `level` still stands there afterwards.
bool goes_on(const std::vector<Frame>& before, std::size_t level, const std::vector<Frame>& after) {
    if (after.size() <= level || after[level].flow != before[level].flow) return false;
    return std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(level), after.begin());
}

}  // namespace

bool WaysOut::is_hub(const std::string& flow) const {
    const auto menu = script_.command_flows.find(Command::menu);
    return menu != script_.command_flows.end() && flow == menu->second;
}

int WaysOut::place_of(const Frame& frame, const Slots& slots) {
    const auto [found, is_new] =
        number_.try_emplace(keys_.frame(frame, slots), static_cast<int>(places_.size()));
    if (is_new) places_.push_back({false, is_hub(frame.flow), {}});
    return found->second;
}

void WaysOut::note(const State& before, const Input& input, const Turn& turn) {
    if (!is_answer(input) || turn.outcome == Outcome::stale_choice) return;
    const auto& after = turn.state.now;
    for (std::size_t level = before.now.stack.size(); level-- > 0;) {
        note_frame(before, level, turn);
        // A flow that gave back leaves it to the one beneath where to go on.
        if (after.ended || goes_on(before.now.stack, level, after.stack)) return;
    }
}

void WaysOut::note_frame(const State& before, std::size_t level, const Turn& turn) {
    const int from = place_of(before.now.stack[level], before.now.slots);
    places_[static_cast<std::size_t>(from)].is_tried = true;
    if (turn.state.now.ended || !goes_on(before.now.stack, level, turn.state.now.stack)) {
        places_[static_cast<std::size_t>(from)].is_out = true;
        return;
    }
    const int to = place_of(turn.state.now.stack[level], turn.state.now.slots);
    if (to == from) return;
    auto& ways = places_[static_cast<std::size_t>(to)].from;
    if (std::find(ways.begin(), ways.end(), from) == ways.end()) ways.push_back(from);
}

void WaysOut::spread() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        // What was not tried is no trap that was shown.
        places_[i].is_out = places_[i].is_out || !places_[i].is_tried;
        if (places_[i].is_out) open.push_back(i);
    }
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const int from : places_[at].from) {
            Place& one = places_[static_cast<std::size_t>(from)];
            if (one.is_out) continue;
            one.is_out = true;
            open.push_back(static_cast<std::size_t>(from));
        }
    }
    is_spread_ = true;
}

bool WaysOut::is_trap(const State& state) {
    if (!is_spread_) spread();
    if (state.now.stack.empty() || state.now.aside.kind != Aside::Kind::none) return false;
    const auto found = number_.find(keys_.frame(state.now.stack.back(), state.now.slots));
    return found != number_.end() && !places_[static_cast<std::size_t>(found->second)].is_out;
}

}  // namespace attune::dialogs
