#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "dialogs/analysis/explore/state_key.hpp"

/// What exploration has found so far. Not for other folders.
namespace attune::dialogs {

/// What an input does in a state, as seen from the flow on top.
struct Effect {
    enum class Kind {
        stays,  ///< the flow goes on, perhaps with others put on top of it
        gives_back,
        leaps,  ///< everything beneath is left behind: menu, end, start over
    };
    Kind kind = Kind::stays;
    int input = 0;
    std::vector<int>
        nodes;    ///< stays, leaps: the flow's new node and those put on top; leaps: from the bottom
    Slots slots;  ///< gives_back: what is remembered then
};

/// A state that can be told apart from all others, with one real state that stands for it.
struct Situation {
    State state;
    int wait =
        0;  ///< number of its `StateKeys::waiting_key`: the same for all that go on alike after a flow above
    bool explored = false;
    std::vector<Effect> effects;  ///< of all inputs that do not lead back to this very node
    std::vector<int> answered;    ///< nodes of the same flow that answers lead to
    bool leaves = false;          ///< an answer leads out of the flow
};

/// A node in the light of how its flow was entered.
struct Edge {
    int entry = 0;
    int node = 0;
    int parent = -1;  ///< the edge that led here
    int input =
        -1;  ///< what the visitor did there; -1: nothing, the flow was put on top by the parent's input
    int exit = -1;  ///< or the exit of a flow above the parent's
    bool waits = false;
    bool enters = false;  ///< the flow was put on top just here, by the parent
};

/// A flow put on top of others at a step, with everybody who put it there and every way in which it gives
/// back. What is remembered at that time is left out: it may change in between anyhow, and each finding is
/// played back.
struct Beginning {
    std::vector<int> callers;  ///< edges that wait for it, one of all that go on alike
    std::vector<int> exits;
    std::unordered_set<std::string> exit_keys;
    std::unordered_set<std::uint64_t> caller_keys;
};

/// What comes of those that wait alike.
struct Continuation {
    std::vector<int> nodes;
    bool leaves = false;
};

/// A flow gives back: the frames from its level up, and the input upon which it does.
struct Exit {
    int edge = 0;
    int input = 0;
    int inner = -1;  ///< the exit of a flow above that made this one give back as well
    std::vector<Frame> frames;
    Slots slots;  ///< before the input
    int misses = 0;
    std::string key;  ///< of the slots afterwards
};

class StateGraph {
public:
    explicit StateGraph(const StateKeys& keys) : keys_(keys) {}

    /// The node of `state` with its stack cut to `height` frames. Counts slot values on the way.
    int node_of(const State& state, std::size_t height);
    /// The edge, made when it is new.
    int edge_of(const Edge& edge);
    /// The flow on top of `node`, begun as it is there.
    int entry_of(int node);
    /// The inputs that lead to `edge`.
    std::vector<int> path(int edge) const;
    /// How many values of each slot were told apart.
    std::vector<std::pair<std::string, std::size_t>> multipliers() const;

    std::deque<Situation> nodes;
    std::vector<Edge> edges;
    std::deque<Beginning> entries;
    std::deque<Exit> exits;
    std::deque<Continuation> continuations;  ///< by `Situation::wait`

private:
    void append(int edge, bool inside, std::vector<int>& inputs) const;
    void append_exit(int exit, std::vector<int>& inputs) const;
    void count_values(const State& state);

    const StateKeys& keys_;
    std::unordered_map<std::string, int> node_number_;
    std::unordered_map<std::uint64_t, int> edge_number_;
    std::unordered_map<int, int> entry_number_;
    std::unordered_map<std::string, int> wait_number_;
    std::unordered_map<const Slot*, std::unordered_set<std::uint64_t>> values_;
};

}  // namespace attune::dialogs
