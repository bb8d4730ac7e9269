#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"
#include "transports/meta/webhook.hpp"

namespace attune::transports::whatsapp {

struct Settings {
    meta::Keys keys;
    std::string token;     ///< of a system user, opens the API
    std::string phone_id;  ///< Phone number ID: digits
    std::string api = "https://graph.facebook.com/v24.0";
};

/// WhatsApp Cloud API. README.md beside this file tells how to set it up and where the limits come from.
/// Answers only: never the first to write, so the 24-hour window is always open.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

}  // namespace attune::transports::whatsapp
