#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"

namespace attune::transports::telegram {

struct Settings {
    std::string token;   ///< of the bot, from @BotFather
    std::string secret;  ///< that Telegram sends with each webhook; empty: the bot asks for its messages
                         ///< (long polling)
    std::string api = "https://api.telegram.org";
};

/// Telegram's Bot API. README.md beside this file tells how to set it up and where the limits come from.
/// Only private chats are answered: a reply in a group would be read by all of it.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

}  // namespace attune::transports::telegram
