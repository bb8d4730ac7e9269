#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"

namespace attune::transports::sms {

struct Settings {
    std::string account;     ///< Twilio's Account SID
    std::string auth_token;  ///< signs webhooks, opens the API
    std::string from;        ///< our number in E.164, or a Messaging Service SID (MG…)
    std::string public_url;  ///< of this server, as Twilio calls it: part of what is signed
    std::string api = "https://api.twilio.com";
};

/// SMS by way of Twilio. README.md beside this file tells how to set it up and where the limits come from.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

}  // namespace attune::transports::sms
