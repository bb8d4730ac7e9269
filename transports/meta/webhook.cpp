#include "transports/meta/webhook.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/opt_out.hpp"
#include "transports/channels/signature.hpp"

namespace attune::transports::meta {

namespace {

// Throughput, spam rate, pair rate, application and page limits, temporary trouble.
constexpr std::array<int, 10> later_codes = {1, 2, 4, 613, 80007, 130429, 131000, 131016, 131048, 131056};

}  // namespace

Received answer_challenge(const Keys& keys, const http::Request& webhook) {
    const auto mode = http::query_value(webhook, "hub.mode").value_or("");
    const auto token = http::query_value(webhook, "hub.verify_token").value_or("");
    const auto challenge = http::query_value(webhook, "hub.challenge").value_or("");
    if (mode != "subscribe" || !same_secret(token, keys.verify_token))
        return refuse_webhook(403, "verify_token");
    Received received;
    received.response = http::text_response(200, challenge);
    received.response.headers["x-content-type-options"] = "nosniff";
    return received;
}

tl::expected<nlohmann::json, Received> read_signed(const Keys& keys, const http::Request& webhook) {
    const std::string expected = "sha256=" + to_hex(hmac_sha256(keys.app_secret, webhook.body));
    if (keys.app_secret.empty() || !same_secret(http::header(webhook, "x-hub-signature-256"), expected)) {
        return tl::unexpected<Received>(refuse_webhook(401, "signature"));
    }
    auto body = read_object(webhook.body);
    if (!body) return tl::unexpected<Received>(refuse_webhook(400, "json"));
    return std::move(*body);
}

void hear(Heard& heard, std::string_view text) {
    heard.content = heard_text(text);
    const auto command = opt_out_word(text);
    if (command && *command != Command::help) heard.content = *command;
}

http::ClientRequest post(const std::string& url, const std::string& token, const nlohmann::json& body) {
    http::ClientRequest call = json_request(url, body);
    call.headers["authorization"] = "Bearer " + token;
    return call;
}

http::ClientRequest get(const std::string& url, const std::string& token) {
    http::ClientRequest call;
    call.method = "GET";
    call.url = url;
    call.headers["authorization"] = "Bearer " + token;
    return call;
}

Delivery outcome(const http::ClientResponse& answer) {
    Delivery delivery = plain_outcome(answer);
    if (delivery.kind != Delivery::Kind::refused) return delivery;
    auto body = read_object(answer.body);
    if (!body) return delivery;
    const auto& code = member(*body, "error", "code");
    if (!code.is_number_integer()) return delivery;
    const bool later =
        std::find(later_codes.begin(), later_codes.end(), code.get<int>()) != later_codes.end();
    if (later) {
        delivery.kind = Delivery::Kind::retry;
        delivery.reason = {};
    } else if (code.get<int>() == 190) {
        delivery.reason = "token";
    } else if (code.get<int>() == 131047) {
        delivery.reason = "window_closed";  // more than 24 h after the person's last message
    }
    return delivery;
}

}  // namespace attune::transports::meta
