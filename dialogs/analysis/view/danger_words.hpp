#pragma once

#include <string>
#include <string_view>

namespace attune::dialogs {

/// A class of danger and its level, `sui_passive` or `sui_passive moderate`, in words for a reader who is no
/// engineer: `a wish to be dead (moderate)`. A class without words of its own is told by its name.
std::string danger_in_words(std::string_view danger);

}  // namespace attune::dialogs
