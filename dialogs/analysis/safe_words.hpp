#pragma once

#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// A text of the bot that says what is not to be said.
struct UnsafeText {
    std::string where;    ///< line id, or `disclosure`, or `flow FLOW` for a title, or `option FLOW.STEP`
    std::string text;     ///< the bot's own words
    std::string pattern;  ///< what it breaks
    std::string reason;   ///< why that is not to be said
};

/// Every text that the bot can say, held against the phrases that safe messaging forbids (`banned:` in
/// `safety/signals.yaml`). Pure; O(texts × phrases).
std::vector<UnsafeText> unsafe_texts(const Script& script);

}  // namespace attune::dialogs
