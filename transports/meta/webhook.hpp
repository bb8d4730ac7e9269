#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "transports/channel.hpp"

namespace attune::transports::meta {

/// What WhatsApp and Messenger share: Meta's webhooks.
struct Keys {
    std::string app_secret;    ///< signs webhooks
    std::string verify_token;  ///< a text of the operator's, asked for once
};

/// The GET by which Meta asks whether this is our address: its challenge, or 403. Pure.
Received answer_challenge(const Keys& keys, const http::Request& webhook);

/// The body, if it is signed (`X-Hub-Signature-256`, over the bytes as they came: Meta signs its escaped
/// JSON), or the refusal. Pure.
tl::expected<nlohmann::json, Received> read_signed(const Keys& keys, const http::Request& webhook);

/// Meta's answers: error codes of limits mean later, whatever the status.
Delivery outcome(const http::ClientResponse& answer);

}  // namespace attune::transports::meta
