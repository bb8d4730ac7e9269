#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/analysis/explore/looks.hpp"
#include "dialogs/engine/state.hpp"

namespace attune::dialogs {

/// Reduces a state to what its next turns can tell apart. Left out: times, the undo history, the words of the
/// last turn, which variant is next, what nothing looks at, and of the flows underneath all but the next.
class StateKeys {
public:
    /// `script` outlives this.
    explicit StateKeys(const Script& script);

    /// Where the conversation is: the open question, misses and silences, the engine's own question, how many
    /// digressions lie on one another, whether something waits beneath. A short byte string.
    /// @param with_caller  also which flow called the uppermost one
    std::string place(const State& state, bool with_caller) const;

    /// What waits right beneath the uppermost flow, with that one's place; empty where nothing does.
    std::string pair(const State& state) const;

    /// What is remembered, as far as the uppermost flow looks at it, or the one that called it.
    std::vector<std::uint64_t> codes(const State& state) const;

    /// A frame of a stack by itself: where it is, and where it is a question what it looks at.
    std::string frame(const Frame& frame, const Slots& slots) const;

    /// The state without what no key holds: cheap to copy, and a fair stand-in for all that are alike.
    static State bare(State state);

    const Looks& looks() const { return looks_; }

private:
    void put_frame(std::string& key, const Frame& frame) const;
    void put_codes(std::vector<std::uint64_t>& codes, const Frame& frame, const Slots& slots) const;

    const Script& script_;
    Looks looks_;
    std::unordered_map<std::string, std::uint16_t> flow_number_;
    std::vector<std::unordered_map<std::string, std::uint16_t>> step_number_;
    std::vector<std::vector<bool>> is_question_;
};

}  // namespace attune::dialogs
