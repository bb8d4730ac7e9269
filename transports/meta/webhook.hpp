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

/// What somebody wrote. STOP and START are the channel's; HELP is the dialog's here, for no carrier asks for
/// it.
void hear(Heard& heard, std::string_view text);

/// Calls of the Graph API, with the token that opens it.
http::ClientRequest post(const std::string& url, const std::string& token, const nlohmann::json& body);
http::ClientRequest get(const std::string& url, const std::string& token);

/// Meta's answers: error codes of limits mean later, whatever the status.
Delivery outcome(const http::ClientResponse& answer);

}  // namespace attune::transports::meta
