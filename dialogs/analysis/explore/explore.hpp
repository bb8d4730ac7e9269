#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/analysis/explore/state_key.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// The state in which an input is tried: as it is, but for what the input says of the turns before.
State prepared(const Script& script, State state, const Input& input);

struct ExploreOptions {
    std::size_t budget = 200'000;  ///< states; more are not looked at
    /// Called now and then with the number of states so far; may be empty.
    std::function<void(std::size_t)> progress;
};

/// What exploration tells of every turn it tried. `edge` names the way to `before` for `Explorer::path`.
struct Tried {
    const State& before;
    const Input& input;
    int input_number = 0;
    const Turn& turn;
    int edge = 0;
};

struct ExploreCount {
    std::size_t states = 0;
    std::size_t transitions = 0;  ///< turns that were run
    bool complete = false;        ///< false: the budget ran out
    std::size_t odd = 0;  ///< transitions whose outcome depended on the flows beneath in another way than
                          ///< giving back; followed from one of the places they can be reached from
    std::vector<std::pair<std::string, std::size_t>> multipliers;  ///< slot → how many values of it were told
                                                                   ///< apart; most first
};

/// Walks through all states that a bot can be in, by `turn` alone.
///
/// A state is what its uppermost flow can tell apart (StateKeys). Flows underneath are not multiplied out:
/// what a flow does until it gives back is found once for each state it is entered in, and then carried to
/// every place that it was entered from (summaries). So the number of states grows with the flows, not with
/// the ways to stack them. Source: Reps, Horwitz, Sagiv, "Precise interprocedural dataflow analysis via graph
/// reachability", POPL 1995.
class Explorer {
public:
    /// `script` and `index` outlive this.
    Explorer(const Script& script, const SourceIndex& index);
    ~Explorer();
    Explorer(const Explorer&) = delete;
    Explorer& operator=(const Explorer&) = delete;
    Explorer(Explorer&&) = delete;
    Explorer& operator=(Explorer&&) = delete;

    /// Calls `look` for every turn that is tried. Once. O(states × inputs).
    ExploreCount run(const ExploreOptions& options, const std::function<void(const Tried&)>& look);

    /// A short way to where `edge` leads: numbers of inputs.
    std::vector<int> path(int edge) const;
    const Inputs& inputs() const;

    /// One way to every state from where answers, skipping and messages that nothing fits never lead to the
    /// menu, to another flow or to the end: only commands do. Good after `run`.
    std::vector<int> traps() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace attune::dialogs
