#pragma once

#include <vector>

#include "bot/cli/eval_lines.hpp"
#include "bot/cli/open_bot.hpp"

namespace attune::bot {

/// What becomes of every example of a bot when its classifier learned from the other four fifths. Which fifth a line is
/// in depends on the line alone. `features`: what the classifier may use. Errors: `invalid_input` (too few examples).
/// Cost: five trainings.
Result<std::vector<Outcome>> cross_validate(const OpenBot& bot, nlu::Features features);

/// The bot's understanding with a classifier that uses `features` only.
Result<nlu::Understander> understander_with(const OpenBot& bot, nlu::Features features);

}  // namespace attune::bot
