#pragma once

#include <string>

#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// The one rule that took an event.
struct Winner {
    enum class Kind {
        nothing,   ///< nothing was asked for: the opening, a wait
        danger,    ///< the safety net; `name`: the class
        answer,    ///< the open question was answered; `name`: the values, a space between
        pressed,   ///< a button
        command,   ///< `name`: the command
        topic,     ///< `name`: the flow that was started
        no_match,  ///< `name`: the rung of the ladder, from 1; empty where no question was open
        aside,     ///< a question of the engine's own was asked; `name`: `did_you_mean` or `after_silence`
        silence,   ///< a reminder was due; `name`: which one, from 1
    };
    Kind kind = Kind::nothing;
    std::string name;
};

/// Reads it from the turn's trace. Pure; O(trace).
Winner winner_of(const Turn& turn);

/// `danger sui_active`, `command back`, `no_match 2`, … for messages and keys.
std::string to_text(const Winner& winner);

/// How the conversation was mended: a command other than menu, person, stop and erase, `no_match`,
/// `did_you_mean`, `after_silence`, or `none`.
std::string repair_of(const Winner& winner);

/// What broke into the conversation: the class of danger, the flow that was started, one of the commands
/// menu, person, stop and erase, or `none`.
std::string interrupt_of(const Winner& winner);

/// Whether `name` says what broke in. `crisis` stands for every class of danger.
bool is_interrupt(const Turn& turn, const Winner& winner, const std::string& name);

}  // namespace attune::dialogs
