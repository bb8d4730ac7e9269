#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/script/slot.hpp"
#include "nlu/result.hpp"
#include "nlu/safety/memory.hpp"

namespace attune::dialogs {

/// Milliseconds since 1970-01-01 UTC, as the caller's clock says.
using Time = long long;

/// One flow in progress.
struct Frame {
    enum class Why {
        flow,
        digression,
        queued,  ///< the second topic of a message: begins when the first is done
        safety,
    };
    std::string flow;
    std::string step;  ///< runs next, or is the question that waits; empty: the flow is done, give back
    Why why = Why::flow;
    Slots slots;       ///< the flow's own

    bool operator==(const Frame&) const = default;
};

/// A bubble as it was said: the bot's words, for "repeat".
struct SaidLine {
    std::string line;
    std::string text;
    bool crisis = false;

    bool operator==(const SaidLine&) const = default;
};

/// A question of the engine's own that lies over the open one, for one message.
struct Aside {
    enum class Kind { none, did_you_mean, after_silence };
    Kind kind = Kind::none;
    std::vector<std::string> flows;  ///< what is offered by did_you_mean

    bool operator==(const Aside&) const = default;
};

/// The part of a state that "back" restores.
struct Position {
    std::vector<Frame> stack;  ///< the running flow is last; a flow stands in it at most once
    Slots slots;               ///< kept for the whole conversation
    bool ended = false;        ///< the visitor took leave; the stack is empty
    Aside aside;               ///< a question of the engine's own, asked before the open one is asked again

    bool operator==(const Position&) const = default;
};

/// What was done about danger in this conversation.
struct Care {
    bool pinned = false;              ///< danger was seen: the help card stays in sight from now on
    std::map<std::string, int> asked; ///< crisis flow → the highest level it answered: 1 check … 4 imminent
    int quiet = 0;                    ///< messages since danger was seen or the card was brought back
    Time disclosed = 0;               ///< when the visitor was last told that this is a program

    bool operator==(const Care&) const = default;
};

/// A conversation between two turns: a plain value. Of what the visitor typed it holds nothing but the safety
/// net's short tail.
struct State {
    std::string script;  ///< hash of the script it runs on
    std::string channel; ///< the profile of the channel that it was opened on, e.g. `sms`; may be empty
    std::string locale;  ///< the language that is spoken; empty: the script's own
    Position now;
    std::vector<Position> before;     ///< oldest first; at most `max_undo`
    std::map<std::string, int> said;  ///< line id → the variant that is next; of a `once` line: 1 when said
    std::vector<SaidLine> last;       ///< what the last turn said
    int misses = 0;                   ///< answers in a row that were not understood
    int silences = 0;                 ///< reminders since the visitor's last message
    Time at = 0;                      ///< of the last event, or of the reminder after it
    nlu::SafetyMemory safety;         ///< for danger that is spread over several messages
    Care care;                        ///< what was done about danger so far

    bool operator==(const State&) const = default;
};

/// JSON and back. `read_state(write_state(s)) == s` for every state.
/// Errors of read_state: `invalid_input` (not a state).
std::string write_state(const State& state);
Result<State> read_state(std::string_view json);

}  // namespace attune::dialogs
