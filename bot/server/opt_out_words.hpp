#pragma once

#include <string>
#include <string_view>

#include "dialogs/script/script.hpp"
#include "dialogs/engine/reply.hpp"
#include "transports/channel.hpp"

namespace attune::bot {

/// What STOP, START and HELP are answered with: who speaks, how to stop or come back, and whom to call in danger, as
/// the carriers ask for. In the bot's language where it is English or Spanish, else in English. Pure.
dialogs::Reply opt_out_reply(const dialogs::Script& script, transports::Command command);

/// The mark of somebody who wants no messages on a channel.
std::string stopped_key(std::string_view channel, std::string_view address);

}  // namespace attune::bot
