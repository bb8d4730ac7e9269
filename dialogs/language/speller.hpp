#pragma once

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Mends slips in the words of a bot: of its patterns, labels and examples. One that mends nothing where
/// there is no list of the words of its language. Cost: some ten milliseconds.
nlu::Speller speller_for(const Script& script);

}  // namespace attune::dialogs
