#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Of bot.yaml what other files use: its name and slots, into `names`.
void outline_bot(const Node& root, Names& names, const Scope& scope);

/// The rest of bot.yaml, into `script`, once all names of the bot are known.
void read_bot(const Node& root, Script& script, const Scope& scope);

}  // namespace attune::dialogs
