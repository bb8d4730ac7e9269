#pragma once

#include "dialogs/engine/run.hpp"

/// What the engine does about safety around every turn, whatever the flows say. Not for other folders.
namespace attune::dialogs {

/// After a turn: an answer that led into a worse crisis flow becomes a signal of its own; after some quiet
/// turns the help card is brought back to mind; and in the interval of the policy it is told again that this
/// is a program.
void look_after(Run& run, const Position& before, Time now);

}  // namespace attune::dialogs
