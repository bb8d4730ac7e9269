#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "dialogs/script/script.hpp"

namespace attune::bot {

/// A bot, or everything that is wrong with it, a line each: `file:line:column: …`.
using LoadedBot = tl::expected<std::shared_ptr<const dialogs::Script>, std::string>;

/// Which bots may meet visitors.
enum class Reviewed {
    as_is,     ///< any that loads
    required,  ///< only one of which every line is signed in its review.lock
};

/// @param folder  of the bot's files; empty: the bot that is built in.
LoadedBot load_bot(const std::string& folder, Reviewed reviewed = Reviewed::as_is);

}  // namespace attune::bot
