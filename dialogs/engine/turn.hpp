#pragma once

#include <optional>
#include <vector>

#include "dialogs/engine/event.hpp"
#include "dialogs/engine/reply.hpp"
#include "dialogs/engine/state.hpp"
#include "dialogs/engine/trace.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// What a turn did besides talking.
enum class Outcome {
    going_on,
    stale_choice,  ///< the button does not belong to the question that is open; nothing changed, nothing was said
    ended,         ///< the visitor took leave
    erase,         ///< the visitor asked for everything to be deleted
};

struct Turn {
    State state;
    std::vector<Reply> replies;
    Outcome outcome = Outcome::going_on;
    std::optional<nlu::SafetySignal> safety;  ///< what the safety net saw, or an answer to a crisis question said
    bool handoff = false;      ///< a flow asks for a person: the caller brings one in
    std::optional<Time> due;   ///< when to call with `Waited` if nothing happens till then; nothing: never
    bool card_pinned = false;  ///< danger was seen in this conversation: channels keep the help card in sight
    Trace trace;
};

/// A new conversation, before its first event.
State new_conversation(const Script& script, Time now);

/// One turn. Pure: same script, state, event and time give the same result, on any machine. Takes a message
/// in this order: the safety net; the open question; commands; what flows wait for; else the ladder of
/// misunderstanding. Never throws for any state or event; a state that does not fit the script goes on at
/// the menu. After every turn but an `erase` or `ended` one, a question is open.
/// O(message + steps run).
Turn turn(const Script& script, State before, const Event& event, Time now);

/// When to call with `Waited` if nothing happens till then; nothing: never. O(steps of a flow).
std::optional<Time> next_timer(const Script& script, const State& state);

/// Whether a visitor who comes back now should be greeted with `Opened`: they were silent for as long as the bot's
/// `after_silence` says.
bool is_return(const Script& script, const State& state, Time now);

/// What the state's open question offers, or nothing.
Choices open_choices(const Script& script, const State& state);

/// `flow.step` of the open question; `-` where none is.
std::string position_of(const State& state);

}  // namespace attune::dialogs
