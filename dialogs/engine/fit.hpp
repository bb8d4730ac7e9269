#pragma once

#include <optional>

#include "dialogs/engine/state.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// The conversation on another version of its bot: every flow and step that it stands in is there, or `moved_to` says
/// what stands in its place. What the new version does not know is forgotten: answers, earlier places to go back to,
/// a language. Nothing when it has no place there: then it goes on with the version it has. Pure; O(state).
std::optional<State> fitted(const Script& next, State state);

}  // namespace attune::dialogs
