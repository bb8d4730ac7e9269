#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"
#include "transports/meta/webhook.hpp"

namespace attune::transports::messenger {

struct Settings {
    meta::Keys keys;
    std::string token;  ///< Page access token
    std::string api = "https://graph.facebook.com/v25.0";
};

/// Facebook Messenger, for one page. README.md beside this file tells how to set it up.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

}  // namespace attune::transports::messenger
