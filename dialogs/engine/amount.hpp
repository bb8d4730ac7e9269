#pragma once

#include <optional>
#include <string_view>

#include "dialogs/engine/state.hpp"
#include "dialogs/script/step.hpp"

/// Numbers and dates as answers. Not for other folders.
namespace attune::dialogs {

/// Whether these words give an amount such as the question wants, and which option it falls in; -1: in none.
/// Nothing where they hold no amount. @param words  normalised. Pure; O(words).
std::optional<int> option_of_amount(const Ask& question, std::string_view words, Time now);

}  // namespace attune::dialogs
