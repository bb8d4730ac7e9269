#pragma once

#include "dialogs/engine/run.hpp"

/// What the engine does about safety around every turn, whatever the flows say. Not for other folders.
namespace attune::dialogs {

/// Before a message or button is taken: tells again, in the interval of the policy, that this is a program.
void disclose_again(Run& run, Time now);

/// After a turn that saw no danger: an answer that led into a worse crisis flow becomes a signal of its own;
/// and after some quiet turns the help card is brought back to mind.
void look_after(Run& run, const Position& before);

}  // namespace attune::dialogs
