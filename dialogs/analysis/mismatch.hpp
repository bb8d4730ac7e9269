#pragma once

#include <string>
#include <vector>

#include "dialogs/analysis/conversation_test.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// Everything in which a turn is not as expected, one line each: what, expected, got.
std::vector<std::string> mismatches(const Script& script, const Turn& turn, const Expectation& expect);

/// Why the bot did what it did: where it stands, which rule won, and why each other one lost. Lines, each
/// indented by two spaces.
std::string explain(const Turn& turn);

}  // namespace attune::dialogs
