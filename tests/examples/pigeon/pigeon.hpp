#pragma once

#include "transports/channels/registry.hpp"

/// The worked example of transports/ADD_A_CHANNEL.md: a service that nobody has, complete.
namespace attune::transports::pigeon {

struct Settings {
    std::string secret;  ///< signs webhooks
    std::string token;   ///< opens the API
    std::string api = "https://api.pigeon.example";
};

std::shared_ptr<const Channel> make(Settings settings);
ChannelKind kind();

}  // namespace attune::transports::pigeon
