#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "dialogs/language/load.hpp"

namespace attune::bot {

/// What a command exits with when its bot does not load.
inline constexpr int exit_bot_does_not_load = 3;

struct OpenBot {
    dialogs::BotFiles files;
    std::shared_ptr<const dialogs::Script> script;
};

/// Loads the bot in a folder, or the shipped one when `folder` is empty. When it does not load, everything that is
/// wrong with it goes to `errors`, a line each.
std::optional<OpenBot> open_bot(const std::string& folder, std::ostream& errors);

}  // namespace attune::bot
