#include "dialogs/analysis/explore/explore.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "dialogs/analysis/explore/state_graph.hpp"

namespace attune::dialogs {

namespace {

std::size_t common_frames(const std::vector<Frame>& a, const std::vector<Frame>& b) {
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(ends.first - a.begin());
}

/// Does the visitor only answer, or let it be?
bool is_answer(const Input& input) {
    using Kind = Input::Kind;
    if (input.kind == Kind::command) return input.command == Command::skip;
    return input.kind == Kind::answer || input.kind == Kind::unknown || input.kind == Kind::silence;
}

}  // namespace

State prepared(const Script& script, State state, const Input& input) {
    if (!input.danger_before) return state;
    state.care.pinned = true;
    for (const auto& [signal, flow] : script.safety_flows) state.care.asked[flow] = 4;
    return state;
}

struct Explorer::Impl {
    Impl(const Script& the_script, const SourceIndex& index)
        : script(the_script),
          inputs(script, index),
          keys(script),
          graph(keys),
          elsewhere(two_other_places()) {}

    const Script& script;
    Inputs inputs;
    StateKeys keys;
    StateGraph graph;
    ExploreCount count;
    std::vector<int> queue;  // edges, first in first out
    std::size_t next = 0;
    std::vector<std::pair<int, int>> to_return;  // caller and exit; a list, for recursion would go too deep
    std::size_t next_return = 0;
    std::set<const Step*> seen_questions;
    std::unordered_map<std::string, Effect> returns;  // caller and slots from above → what comes of it
    std::function<void(const Tried&)> look;
    std::size_t budget = 0;
    std::vector<std::vector<Frame>> elsewhere;

    /// Stacks of one open question: what does the same on both does not depend on what is beneath.
    std::vector<std::vector<Frame>> two_other_places() const {
        std::vector<std::vector<Frame>> places;
        const auto menu = script.command_flows.find(Command::menu);
        for (const Flow& flow : script.flows) {
            if (flow.crisis || (menu != script.command_flows.end() && flow.id == menu->second)) continue;
            for (const Step& step : flow.steps) {
                if (!std::holds_alternative<Ask>(step.what) || step.condition.op != Condition::Op::always)
                    continue;
                places.push_back({{flow.id, step.id, Frame::Why::flow, {}}});
                break;
            }
            if (places.size() == 2) break;
        }
        return places;
    }

    Turn take(State state, const Input& input) {
        ++count.transitions;
        return turn(script, prepared(script, std::move(state), input), input.event, input.after);
    }

    Situation& node(int number) { return graph.nodes[static_cast<std::size_t>(number)]; }
    Beginning& entry(int number) { return graph.entries[static_cast<std::size_t>(number)]; }

    // -- putting nodes in the light of who entered them
    // ---------------------------------------------------------

    /// The nodes of a stack from `from` up.
    std::vector<int> nodes_of(const State& state, std::size_t from) {
        const std::size_t height = state.now.stack.size();
        if (height == 0) return {graph.node_of(state, 0)};
        std::vector<int> nodes;
        for (std::size_t i = from; i < height; ++i) nodes.push_back(graph.node_of(state, i + 1));
        return nodes;
    }

    void add(Edge link, const std::vector<int>& nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            link.node = nodes[i];
            const int edge = graph.edge_of(link);
            if (i + 1 == nodes.size()) return wait_at(edge);
            const int above = graph.entry_of(nodes[i + 1]);
            add_caller(above, edge);
            link = {above, 0, edge, -1, -1, false, true};
        }
    }

    void wait_at(int edge) {
        Edge& one = graph.edges[static_cast<std::size_t>(edge)];
        if (one.waits) return;
        one.waits = true;
        queue.push_back(edge);
    }

    void add_caller(int called, int edge) {
        const Edge& from = graph.edges[static_cast<std::size_t>(edge)];
        const auto alike = (static_cast<std::uint64_t>(from.entry) << 32U) |
                           static_cast<std::uint32_t>(node(from.node).wait);
        if (!entry(called).caller_keys.insert(alike).second) return;
        entry(called).callers.push_back(edge);
        for (std::size_t i = 0; i < entry(called).exits.size(); ++i)
            to_return.emplace_back(edge, entry(called).exits[i]);
    }

    void add_exit(int of, Exit exit) {
        if (!entry(of).exit_keys.insert(exit.key).second) return;
        const int number = static_cast<int>(graph.exits.size());
        graph.exits.push_back(std::move(exit));
        entry(of).exits.push_back(number);
        for (std::size_t i = 0; i < entry(of).callers.size(); ++i)
            to_return.emplace_back(entry(of).callers[i], number);
    }

    // -- what an input does
    // ---------------------------------------------------------------------------------------

    /// What an input does to a flow whose frames begin at `base`. Runs it again elsewhere where that depends
    /// on what is beneath.
    Effect effect_of(const State& before, std::size_t base, int input, const State& after) {
        const auto& stack = after.now.stack;
        const std::size_t same = common_frames(before.now.stack, stack);
        Effect effect;
        effect.input = input;
        if (base == 0 || (stack.size() > base && same >= base)) {
            effect.nodes = nodes_of(after, base);
            return effect;
        }
        if (!after.now.ended && gives_back_elsewhere(before, base, input, effect.slots)) {
            effect.kind = Effect::Kind::gives_back;
            return effect;
        }
        effect.kind = Effect::Kind::leaps;
        effect.nodes = nodes_of(after, 0);
        if (!after.now.ended && stack.size() > 1) ++count.odd;
        return effect;
    }

    bool gives_back_elsewhere(const State& before, std::size_t base, int input, Slots& slots) {
        for (const std::vector<Frame>& place : elsewhere) {
            State state = before;
            auto& stack = state.now.stack;
            stack.erase(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(base));
            stack.insert(stack.begin(), place.begin(), place.end());
            const Turn result = take(std::move(state), inputs[input]);
            if (result.state.now.stack != place) return false;
            slots = result.state.now.slots;
        }
        return !elsewhere.empty();
    }

    /// The flow above `caller` gives back to it.
    void give_back(int caller, int exit_number) {
        const Edge from = graph.edges[static_cast<std::size_t>(caller)];
        const Exit& exit = graph.exits[static_cast<std::size_t>(exit_number)];
        const State& waiting = node(from.node).state;
        const auto [known, is_new] =
            returns.try_emplace(std::to_string(node(from.node).wait) + "/" + exit.key);
        if (is_new) known->second = effect_of_return(waiting, exit);
        const Effect& effect = known->second;
        Continuation& after = graph.continuations[static_cast<std::size_t>(node(from.node).wait)];
        if (effect.kind == Effect::Kind::stays) {
            if (is_new) after.nodes.push_back(effect.nodes.front());
            return add({from.entry, 0, caller, -1, exit_number, false, false}, effect.nodes);
        }
        after.leaves = true;
        if (effect.kind == Effect::Kind::leaps)
            return add({0, 0, caller, -1, exit_number, false, false}, effect.nodes);
        add_exit(from.entry, further_exit(caller, exit_number, effect));
    }

    State with_flow_above(const State& waiting, const Exit& exit) const {
        State before = waiting;
        before.now.slots = keys.with_own(exit.slots, before.now.stack.back().flow, before.now.slots);
        before.now.stack.insert(before.now.stack.end(), exit.frames.begin(), exit.frames.end());
        before.misses = exit.misses;
        return before;
    }

    Effect effect_of_return(const State& waiting, const Exit& exit) {
        const State before = with_flow_above(waiting, exit);
        const Turn result = take(before, inputs[exit.input]);
        return effect_of(before, waiting.now.stack.size() - 1, exit.input, result.state);
    }

    Exit further_exit(int caller, int exit_number, const Effect& effect) {
        const Exit& exit = graph.exits[static_cast<std::size_t>(exit_number)];
        const State& waiting = node(graph.edges[static_cast<std::size_t>(caller)].node).state;
        State before = with_flow_above(waiting, exit);
        auto& stack = before.now.stack;
        stack.erase(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(waiting.now.stack.size() - 1));
        return {caller,
                exit.input,
                exit_number,
                std::move(stack),
                std::move(before.now.slots),
                exit.misses,
                keys.slots_key(effect.slots)};
    }

    // -- one state
    // -------------------------------------------------------------------------------------------------

    std::vector<int> inputs_at(const State& state) {
        std::vector<int> all;
        const Flow* flow = state.now.stack.empty() ? nullptr : script.flow(state.now.stack.back().flow);
        const Step* step = flow == nullptr ? nullptr : flow->step(state.now.stack.back().step);
        if (state.now.aside.kind != Aside::Kind::none) {
            all = inputs.taps(open_choices(script, state));
            all.insert(all.end(), inputs.after_a_miss().begin(), inputs.after_a_miss().end());
            return all;
        }
        if (state.silences > 0) return inputs.after_silence();
        if (state.misses > 0) return inputs.after_a_miss();
        if (step != nullptr && std::holds_alternative<Ask>(step->what)) all = inputs.answers(*flow, *step);
        all.insert(all.end(), inputs.usual().begin(), inputs.usual().end());
        if (seen_questions.insert(step).second)
            all.insert(all.end(), inputs.seldom().begin(), inputs.seldom().end());
        return all;
    }

    void explore(int number, int edge) {
        node(number).explored = true;
        ++count.states;
        const State state = node(number).state;
        for (const int input : inputs_at(state)) {
            const Turn result = take(state, inputs[input]);
            look({state, inputs[input], input, result, edge});
            if (result.outcome == Outcome::stale_choice) continue;
            const std::size_t height = state.now.stack.size();
            Effect effect = effect_of(state, height == 0 ? 0 : height - 1, input, result.state);
            note_answer(node(number), inputs[input], effect, result.state.now.ended);
            const bool loops = effect.kind == Effect::Kind::stays && effect.nodes == std::vector<int>{number};
            if (!loops) node(number).effects.push_back(std::move(effect));
        }
    }

    void note_answer(Situation& from, const Input& input, const Effect& effect, bool ended) {
        if (!is_answer(input)) return;
        if (effect.kind != Effect::Kind::stays || ended) {
            from.leaves = true;
        } else {
            from.answered.push_back(effect.nodes.front());
        }
    }

    void apply(int edge, const Effect& effect) {
        const Edge from = graph.edges[static_cast<std::size_t>(edge)];
        switch (effect.kind) {
            case Effect::Kind::stays:
                return add({from.entry, 0, edge, effect.input, -1, false, false}, effect.nodes);
            case Effect::Kind::leaps:
                return add({0, 0, edge, effect.input, -1, false, false}, effect.nodes);
            case Effect::Kind::gives_back: {
                const State& state = node(from.node).state;
                return add_exit(from.entry, {edge,
                                             effect.input,
                                             -1,
                                             {state.now.stack.back()},
                                             state.now.slots,
                                             state.misses,
                                             keys.slots_key(effect.slots)});
            }
        }
    }

    void run(const ExploreOptions& options) {
        budget = options.budget;
        graph.entries.emplace_back();  // 0: the bottom of every stack
        const State fresh = new_conversation(script, 0);
        const Turn opened = take(fresh, inputs[inputs.open()]);
        add({0, 0, -1, inputs.open(), -1, false, false}, nodes_of(opened.state, 0));
        look({fresh, inputs[inputs.open()], inputs.open(), opened, -1});
        while (count.states < budget) {
            for (; next_return < to_return.size(); ++next_return) {
                const auto [caller, exit] = to_return[next_return];
                give_back(caller, exit);
            }
            if (next == queue.size()) break;
            const int edge = queue[next++];
            const int at = graph.edges[static_cast<std::size_t>(edge)].node;
            if (!node(at).explored) {
                explore(at, edge);
                if (options.progress && count.states % 1000 == 0) options.progress(count.states);
            }
            for (std::size_t i = 0; i < node(at).effects.size(); ++i) apply(edge, node(at).effects[i]);
        }
        count.complete = next == queue.size();
        count.multipliers = graph.multipliers();
    }

    // -- ways out
    // -----------------------------------------------------------------------------------------------------

    bool is_hub(const Situation& one) const {
        if (one.state.now.stack.empty()) return true;
        const auto menu = script.command_flows.find(Command::menu);
        return menu != script.command_flows.end() && one.state.now.stack.back().flow == menu->second;
    }

    /// Which nodes have a way out, spread backwards from those that are out.
    std::vector<bool> with_way_out() const {
        std::vector<std::vector<int>> leading_to(graph.nodes.size());
        std::vector<bool> out(graph.nodes.size(), false);
        std::vector<int> open;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const Situation& one = graph.nodes[i];
            const Continuation& after = graph.continuations[static_cast<std::size_t>(one.wait)];
            for (const auto* list : {&one.answered, &after.nodes}) {
                for (const int to : *list)
                    leading_to[static_cast<std::size_t>(to)].push_back(static_cast<int>(i));
            }
            out[i] = one.leaves || after.leaves || is_hub(one);
            if (out[i]) open.push_back(static_cast<int>(i));
        }
        while (!open.empty()) {
            const auto at = static_cast<std::size_t>(open.back());
            open.pop_back();
            for (const int from : leading_to[at]) {
                if (out[static_cast<std::size_t>(from)]) continue;
                out[static_cast<std::size_t>(from)] = true;
                open.push_back(from);
            }
        }
        return out;
    }
};

Explorer::Explorer(const Script& script, const SourceIndex& index)
    : impl_(std::make_unique<Impl>(script, index)) {}
Explorer::~Explorer() = default;

ExploreCount Explorer::run(const ExploreOptions& options, const std::function<void(const Tried&)>& look) {
    impl_->look = look;
    impl_->run(options);
    return impl_->count;
}

std::vector<int> Explorer::path(int edge) const {
    return impl_->graph.path(edge);
}

const Inputs& Explorer::inputs() const {
    return impl_->inputs;
}

std::vector<int> Explorer::traps() const {
    std::vector<int> found;
    const std::vector<bool> out = impl_->with_way_out();
    std::set<std::string> places;
    for (std::size_t i = 0; i < impl_->graph.edges.size(); ++i) {
        const Edge& edge = impl_->graph.edges[i];
        const auto at = static_cast<std::size_t>(edge.node);
        if (!edge.waits || out[at]) continue;
        if (places.insert(position_of(impl_->graph.nodes[at].state)).second)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

}  // namespace attune::dialogs
