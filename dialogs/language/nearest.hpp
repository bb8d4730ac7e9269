#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::dialogs {

/// The one of `names` that `written` was most likely meant to be, or an empty text when none is near: at most
/// one slip (a letter added, left out, exchanged, or swapped with the next) for every three letters. Of
/// equally near ones the first. Pure; O(names × length²).
std::string nearest(std::string_view written, const std::vector<std::string>& names);

/// What to tell the author of an unknown name: "did you mean 'signs'?", or all names when they are few,
/// or nothing.
std::string help_for(std::string_view written, const std::vector<std::string>& names);

/// `one of a, b, c`; `only a` when there is just one.
std::string one_of(const std::vector<std::string>& names);

/// `written` in quotes and in one line, cut to what fits in a message.
std::string quoted(std::string_view written);

}  // namespace attune::dialogs
