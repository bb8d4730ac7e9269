#pragma once

#include "dialogs/language/load.hpp"

namespace attune::dialogs {

/// The files of a bot in one layout: no spaces at ends of lines, at most one empty line in a row, one end of line at the
/// end; and every step and line with an id. A step without one is named for what it asks (`ask_who`, else `step_3`), a
/// line by the beginning that the ids of its flow have and the next number. Comments, quotes and order stay. Files that
/// cannot be read, and tests, stay as they are but for the layout. Only `.yaml` files. Pure; doing it twice changes
/// nothing more. O(bytes).
BotFiles formatted(const BotFiles& files);

}  // namespace attune::dialogs
