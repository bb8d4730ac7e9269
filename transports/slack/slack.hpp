#pragma once

#include <memory>
#include <string>

#include "transports/channels/registry.hpp"

namespace attune::transports::slack {

struct Settings {
    std::string signing_secret;
    std::string token;  ///< xoxb-…
    std::string api = "https://slack.com/api";
};

/// Slack, for direct messages with the app: what is said in a channel would be read by all of it. Meant for
/// staff who try the bot. README.md beside this file tells how to set it up and where the limits come from.
std::shared_ptr<const Channel> make(Settings settings);

ChannelKind kind();

/// Slack's signature: `v0=` and the hex HMAC-SHA256 of `v0:time:body`. Pure.
/// Source: docs.slack.dev, "Verifying requests from Slack", read 2026-08.
std::string signature(std::string_view secret, std::string_view time, std::string_view body);

}  // namespace attune::transports::slack
