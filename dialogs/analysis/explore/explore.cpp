#include "dialogs/analysis/explore/explore.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "dialogs/analysis/explore/combinations.hpp"
#include "dialogs/analysis/explore/starts.hpp"
#include "dialogs/analysis/explore/state_key.hpp"
#include "dialogs/analysis/explore/ways_out.hpp"

namespace attune::dialogs {

namespace {

/// How much is tried in a state.
enum class Scope {
    starts,   ///< only inputs that start flows which look at something new
    ways_on,  ///< answers and skipping: something new lies beneath
    answers,  ///< also correcting and the ways out: something new is remembered
    all,
};

struct Node {
    State state;
    int parent = -1;
    int input = 0;
    Scope scope = Scope::starts;
    std::vector<int> starts;
    Told told = 0;
};

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
          starts(script, inputs, keys.looks()),
          ways_out(script, keys) {}

    const Script& script;
    Inputs inputs;
    StateKeys keys;
    Starts starts;
    WaysOut ways_out;
    ExploreCount count;
    std::vector<Node> nodes;
    std::unordered_map<std::string, Combinations> remembered;  // by place
    std::unordered_set<std::string> places;
    std::unordered_set<std::string> pairs;
    std::map<const Slot*, std::set<std::uint64_t>> values;
    std::set<const Step*> seen_questions;
    std::set<std::pair<const Step*, int>> asked;
    std::function<void(const Tried&)> look;

    const Step* question(const State& state) const {
        const Flow* flow = state.now.stack.empty() ? nullptr : script.flow(state.now.stack.back().flow);
        const Step* step = flow == nullptr ? nullptr : flow->step(state.now.stack.back().step);
        return step != nullptr && std::holds_alternative<Ask>(step->what) ? step : nullptr;
    }

    // -- what is new about a state
    // ---------------------------------------------------------------------------------

    std::string key_of(const State& state, Told told) const {
        return keys.place(state, true) + std::to_string(told);
    }

    /// Keeps the state for later where something about it is new.
    void meet(const State& state, int parent, int input, Told told) {
        Combinations& here = remembered[key_of(state, told)];
        const bool is_new = here.add(keys.codes(state));
        const bool is_new_place = is_new && places.insert(keys.place(state, false)).second;
        const bool is_new_pair = pairs.insert(keys.pair(state)).second && state.now.stack.size() > 1;
        Node node{{}, parent, input, Scope::starts, starts.unmet(state.now.slots), told};
        if (is_new_pair) node.scope = Scope::ways_on;
        if (is_new) node.scope = Scope::answers;
        if (is_new_place) node.scope = Scope::all;
        if (node.scope == Scope::starts && node.starts.empty()) return;
        node.state = StateKeys::bare(state);
        if (is_new) count_values(node.state);
        nodes.push_back(std::move(node));
    }

    void count_values(const State& state) {
        if (state.now.stack.empty()) return;
        const Frame& top = state.now.stack.back();
        for (const Look& one : keys.looks().whole(top.flow))
            values[one.slot].insert(code_of(one, one.is_own ? top.slots : state.now.slots));
    }

    // -- what is tried in it
    // ---------------------------------------------------------------------------------------

    static void append(std::vector<int>& all, const std::vector<int>& more) {
        all.insert(all.end(), more.begin(), more.end());
    }

    std::vector<int> inputs_at(const Node& node) {
        const State& state = node.state;
        std::vector<int> all;
        if (state.now.aside.kind != Aside::Kind::none) {
            all = inputs.taps(open_choices(script, state));
            append(all, inputs.after_a_miss());
            return all;
        }
        if (state.silences > 0) return inputs.after_silence();
        if (state.misses > 0) return inputs.after_a_miss();
        const Step* step = question(state);
        if (step != nullptr && node.scope != Scope::starts)
            all = inputs.answers(*script.flow(state.now.stack.back().flow), *step);
        if (node.scope == Scope::all) {
            append(all, inputs.usual());
            if (seen_questions.insert(step).second) {
                append(all, inputs.seldom());
                if (step != nullptr)
                    append(all, inputs.at_other_hours(
                                    inputs.answers(*script.flow(state.now.stack.back().flow), *step)));
            }
            return all;
        }
        if (node.scope == Scope::answers) append(all, inputs.besides());
        if (node.scope == Scope::ways_on && inputs.command(Command::skip) >= 0)
            all.push_back(inputs.command(Command::skip));
        append(all, node.starts);
        return all;
    }

    void explore(int number) {
        const Node node = nodes[static_cast<std::size_t>(number)];
        const Step* step = question(node.state);
        ++count.states;
        for (const int input : inputs_at(node)) {
            ++count.transitions;
            const Input& one = inputs[input];
            const Turn result = turn(script, prepared(script, node.state, one), one.event, one.after);
            if (step != nullptr) asked.emplace(step, input);
            look({node.state, one, input, result, number, node.told});
            if (result.outcome == Outcome::stale_choice) continue;
            ways_out.note(node.state, one, result);
            meet(result.state, number, input, told_after(script, node.told, result));
        }
    }

    void run(const ExploreOptions& options) {
        for (const int open : inputs.opens()) {
            const State fresh = new_conversation(script, 0);
            const Turn opened = turn(script, fresh, inputs[open].event, inputs[open].after);
            ++count.transitions;
            look({fresh, inputs[open], open, opened, -1, 0});
            meet(opened.state, -1, open, told_after(script, 0, opened));
        }
        for (std::size_t next = 0; next < nodes.size() && count.states < options.budget; ++next) {
            explore(static_cast<int>(next));
            if (options.progress && count.states % 500 == 0) options.progress(count.states);
        }
        sum_up();
    }

    void sum_up() {
        count.complete = count.states == nodes.size();
        count.asked = asked.size();
        std::set<const Step*> questions;
        std::set<std::string> in_pairs;
        for (const auto& [step, input] : asked) questions.insert(step);
        for (const Node& node : nodes) {
            if (remembered[key_of(node.state, node.told)].is_cut()) in_pairs.insert(position_of(node.state));
        }
        count.questions = questions.size();
        count.in_pairs.assign(in_pairs.begin(), in_pairs.end());
        for (const auto& [slot, codes] : values) {
            if (codes.size() > 1) count.multipliers.emplace_back(slot->name, codes.size());
        }
        std::sort(count.multipliers.begin(), count.multipliers.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
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

std::vector<int> Explorer::path(int node) const {
    std::vector<int> inputs;
    for (; node >= 0; node = impl_->nodes[static_cast<std::size_t>(node)].parent)
        inputs.push_back(impl_->nodes[static_cast<std::size_t>(node)].input);
    std::reverse(inputs.begin(), inputs.end());
    return inputs;
}

const Inputs& Explorer::inputs() const {
    return impl_->inputs;
}

std::vector<int> Explorer::traps() const {
    std::vector<int> found;
    std::set<std::string> places;
    for (std::size_t i = 0; i < impl_->nodes.size(); ++i) {
        const State& state = impl_->nodes[i].state;
        if (!impl_->ways_out.is_trap(state)) continue;
        if (places.insert(position_of(state)).second) found.push_back(static_cast<int>(i));
    }
    return found;
}

}  // namespace attune::dialogs
