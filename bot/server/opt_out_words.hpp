#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/engine/reply.hpp"
#include "dialogs/script/script.hpp"
#include "transports/channel.hpp"

namespace attune::bot {

/// What STOP, START and HELP are answered with: the bot's own line for it. None if the bot has no such lines;
/// it is not served on a channel that needs them then. Pure.
std::optional<dialogs::Reply> opt_out_reply(const dialogs::Script& script, transports::Command command);

/// How to answer the choices of these replies where they are numbered lines, in the bot's words; empty
/// without choices.
std::string choice_hint(const dialogs::Script& script, const std::vector<dialogs::Reply>& replies);

/// The mark of somebody who wants no messages on a channel.
std::string stopped_key(std::string_view channel, std::string_view address);

}  // namespace attune::bot
