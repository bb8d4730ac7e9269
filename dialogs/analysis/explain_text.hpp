#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// What one message does at one place, with all that explains it.
struct Explanation {
    std::string at;        ///< `flow.step` of the question that was open
    std::string question;  ///< its last line, in words; empty where no question is open
    nlu::Understanding understood;
    Turn turn;
};

/// A conversation at this step, as a test's `from` begins it; nothing when there is no such step or it asks
/// nothing. An empty name: a conversation that was just opened.
std::optional<State> state_at(const Script& script, const std::string& step);

/// Takes the message in this state. Pure; one turn.
Explanation explain_text(const Script& script, const State& state, const std::string& text);

/// The same in plain English, a paragraph a stage of the turn.
std::string to_text(const Script& script, const Explanation& explanation);

}  // namespace attune::dialogs
