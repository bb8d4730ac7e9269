#pragma once

#include <cstddef>

namespace attune::dialogs {

/// Steps one turn may take before it is cut and the visitor is brought to the menu. Far above what a checked
/// bot needs.
inline constexpr int max_steps_a_turn = 200;

/// Digressions that may lie on one another; a further one takes the place of the uppermost. Safety flows do
/// not count: they always find room.
inline constexpr int max_digressions = 2;

/// Flows that "did you mean" offers.
inline constexpr std::size_t max_guesses = 3;

/// Bubbles in one turn that a reader still takes in. A bridge is left out where it would be one too many.
inline constexpr std::size_t max_bubbles_a_turn = 3;

/// Earlier states kept for "back".
inline constexpr std::size_t max_undo = 8;

}  // namespace attune::dialogs
