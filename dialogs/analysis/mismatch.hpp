#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dialogs/analysis/conversation_test.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// Everything in which a turn is not as expected, one line each: what, expected, got.
std::vector<std::string> mismatches(const Script& script, const Turn& turn, const Expectation& expect);

/// What came in place of each expectation that was not met: the way to it below `expect` (`{says}`, `{slots,
/// who}`) and its value in YAML. `says_some` is not among them: nobody can tell which line was meant.
using Met = std::vector<std::pair<std::vector<std::string>, std::string>>;
Met met(const Script& script, const Turn& turn, const Expectation& expect);

/// Why the bot did what it did: where it stands, which rule won, and why each other one lost. Lines, each
/// indented by two spaces.
std::string explain(const Turn& turn);

}  // namespace attune::dialogs
