#include "dialogs/analysis/explore/state_graph.hpp"

#include <algorithm>

namespace attune::dialogs {

int StateGraph::node_of(const State& state, std::size_t height) {
    const bool is_top = height == state.now.stack.size();
    State cut;
    const State* whole = &state;
    if (!is_top) {
        cut = state;
        cut.now.stack.resize(height);
        cut.misses = 0;
        cut.silences = 0;
        cut.now.aside = {};
        whole = &cut;
    }
    const auto [found, is_new] = node_number_.try_emplace(keys_.key(*whole), static_cast<int>(nodes.size()));
    if (!is_new) return found->second;
    Situation node;
    node.state = StateKeys::bare(*whole);
    const auto [wait, is_new_wait] =
        wait_number_.try_emplace(keys_.waiting_key(node.state), static_cast<int>(continuations.size()));
    if (is_new_wait) continuations.emplace_back();
    node.wait = wait->second;
    count_values(node.state);
    nodes.push_back(std::move(node));
    return found->second;
}

void StateGraph::count_values(const State& state) {
    const auto& stack = state.now.stack;
    for (const Slot* slot : keys_.seen_slots()) {
        const bool own = !stack.empty() && stack.back().slots.contains(slot->name);
        values_[slot].insert(keys_.code(*slot, own ? stack.back().slots : state.now.slots));
    }
}

int StateGraph::edge_of(const Edge& edge) {
    const auto name = (static_cast<std::uint64_t>(edge.entry) << 32U) | static_cast<std::uint32_t>(edge.node);
    const auto [found, is_new] = edge_number_.try_emplace(name, static_cast<int>(edges.size()));
    if (is_new) edges.push_back(edge);
    return found->second;
}

int StateGraph::entry_of(int node) {
    const int wait = nodes[static_cast<std::size_t>(node)].wait;
    const auto [found, is_new] = entry_number_.try_emplace(wait, static_cast<int>(entries.size()));
    if (is_new) entries.emplace_back();
    return found->second;
}

std::vector<int> StateGraph::path(int edge) const {
    std::vector<int> inputs;
    append(edge, false, inputs);
    return inputs;
}

/// `inside`: only from where the flow was put on top.
void StateGraph::append(int edge, bool inside, std::vector<int>& inputs) const {
    if (edge < 0) return;
    const Edge& one = edges[static_cast<std::size_t>(edge)];
    if (inside && one.enters) return;
    append(one.parent, inside, inputs);
    if (one.exit >= 0) append_exit(one.exit, inputs);
    if (one.input >= 0) inputs.push_back(one.input);
}

void StateGraph::append_exit(int exit, std::vector<int>& inputs) const {
    const Exit& one = exits[static_cast<std::size_t>(exit)];
    append(one.edge, true, inputs);
    if (one.inner >= 0) return append_exit(one.inner, inputs);
    inputs.push_back(one.input);
}

std::vector<std::pair<std::string, std::size_t>> StateGraph::multipliers() const {
    std::vector<std::pair<std::string, std::size_t>> found;
    for (const auto& [slot, values] : values_) {
        if (values.size() > 1) found.emplace_back(slot->name, values.size());
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return found;
}

}  // namespace attune::dialogs
