#pragma once

#include "dialogs/engine/run.hpp"

/// What the engine does while nothing is said. Not for other folders.
namespace attune::dialogs {

/// The open question's next rung of `no_input`, when it is due. False when nothing is due: nothing happened.
bool take_silence(Run& run, Time now);

}  // namespace attune::dialogs
