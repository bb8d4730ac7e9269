#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/analysis/explore/promises.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// The state in which an input is tried: as it is, but for what the input says of the turns before.
State prepared(const Script& script, State state, const Input& input);

struct ExploreOptions {
    std::size_t budget = 200'000;  ///< states; more are not looked at
    /// Called now and then with the number of states so far; may be empty.
    std::function<void(std::size_t)> progress;
};

/// What exploration tells of every turn it tried. `node` names the way to `before` for `Explorer::path`.
struct Tried {
    const State& before;
    const Input& input;
    int input_number = 0;
    const Turn& turn;
    int node = 0;
    Told told = 0;  ///< before the turn
};

struct ExploreCount {
    std::size_t states = 0;
    std::size_t transitions = 0;        ///< turns that were run
    std::size_t questions = 0;          ///< that were open at some time
    std::size_t asked = 0;              ///< pairs of a question and something a visitor can do there
    bool complete = false;              ///< false: the budget ran out
    std::vector<std::string> in_pairs;  ///< questions where of what is remembered only pairs were told apart
    std::vector<std::pair<std::string, std::size_t>> multipliers;  ///< slot → how many values of it were told
                                                                   ///< apart; most first
};

/// Walks through a bot by `turn` alone. Every state it looks at was come to by a conversation.
///
/// What is tried, in the states that conversations come to:
/// - at every question, with no, one and the most digressions beneath: all inputs;
/// - at every question, for every combination that was met of what its flow and the one that called it look
/// at: all
///   answers, skipping, correcting, stopping, asking for a person and danger. Beyond `Combinations::most`
///   combinations only those with a pair of values that was not met before (`ExploreCount::in_pairs` tells
///   where);
/// - over every question that can wait, with every other one right on top of it: all answers and skipping;
/// - for every flow that starts by itself, every combination that was met of what it looks at before it asks:
/// the input
///   that starts it, once.
/// So states grow with what each flow looks at and with the square of the questions that can wait, not with
/// the ways to stack and combine them. Not tried: stacks of three or more that differ only below the second;
/// digressions started anew for every combination of what is remembered at a question; values where nobody
/// looks. What is not tried is not proved.
/// Source of the idea:
/// Lipovetzky, Geffner, "Width and serialization of classical planning problems", ECAI 2012 (states are kept
/// only for something new about them).
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

    /// A shortest way found to `node`: numbers of inputs. -1: before the conversation was opened.
    std::vector<int> path(int node) const;
    const Inputs& inputs() const;

    /// One way to every question from where answers, skipping and messages that nothing fits never lead to
    /// the menu, to another flow or to the end: only commands do. Good after `run`.
    std::vector<int> traps() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace attune::dialogs
