#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "dialogs/script/script.hpp"

namespace attune::bot {

/// A bot, or everything that is wrong with it, a line each: `file:line:column: …`.
using LoadedBot = tl::expected<std::shared_ptr<const dialogs::Script>, std::string>;

/// @param folder  of the bot's files; empty: the bot that is built in.
LoadedBot load_bot(const std::string& folder);

}  // namespace attune::bot
