#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"

namespace attune::transports::rasa {

struct Settings {
    std::string token;  ///< whoever calls must know it
};

/// Rasa's REST channel, `POST /webhooks/rest/webhook`: for widgets and test tools that speak it. README.md
/// beside this file tells how.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

}  // namespace attune::transports::rasa
