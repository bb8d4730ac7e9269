#pragma once

#include <string>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Words that somebody has to read before visitors do: a line where it stands, in one language.
struct ReviewItem {
    std::string id;  ///< the line's; `@disclosure`, `@card` and `@card.ID` for words outside the flows
    std::string locale;
    std::string flow;   ///< empty outside the flows
    std::string place;  ///< e.g. `signs.ask_who: rung 2`; `bot` outside the flows
    std::vector<std::string> variants;
    std::vector<std::string> options;  ///< labels of what can be pressed under it
    std::string hash;  ///< 16 hexadecimal digits that change when the words, their options or their place do
};

/// All of them, of the base language first, then of each other one; each in the order of the script.
/// Clinic facts are part of the words: another telephone number has to be read again. Pure; O(words ×
/// languages).
std::vector<ReviewItem> review_items(const Script& script);

}  // namespace attune::dialogs
