#include "bot/server/safety_webhook.hpp"

#include <string>
#include <utility>

#include "transports/http/url.hpp"

namespace attune::bot {

namespace http = transports::http;

namespace {

bool may_be_called(const std::string& url) {
    const auto parsed = http::parse_url(url);
    return parsed && (parsed->secure || http::is_loopback(parsed->host));
}

http::ClientRequest call_of(SafetyHook::Request request) {
    http::ClientRequest call;
    call.url = std::move(request.url);
    call.headers = {{"content-type", "application/json"},
                    {"attune-time", std::to_string(request.at)},
                    {"attune-signature", std::move(request.signature)}};
    call.body = std::move(request.body);
    return call;
}

}  // namespace

Result<std::unique_ptr<SafetyWebhook>> SafetyWebhook::make(const Config& config,
                                                           boost::asio::io_context& context) {
    auto webhook = std::make_unique<SafetyWebhook>();
    if (config.safety_webhook.empty()) return webhook;
    if (!may_be_called(config.safety_webhook)) {
        return failure(Errc::invalid_input,
                       "safety-webhook: expected https://, or http:// on this machine itself");
    }
    if (config.safety_secret.empty()) {
        return failure(Errc::invalid_input, "safety-webhook needs a safety-secret to sign with");
    }
    auto client = http::Client::make(context, {});
    if (!client) return tl::unexpected<Error>(client.error());
    webhook->client_ = std::move(*client);
    auto post = [caller = webhook->client_.get()](SafetyHook::Request request,
                                                  std::function<void(int)> done) {
        caller->send(call_of(std::move(request)),
                     [done = std::move(done)](const http::ClientResponse& answer) { done(answer.status); });
    };
    webhook->hook_ = std::make_shared<SafetyHook>(
        context, SafetyHook::Settings{config.safety_webhook, config.safety_secret}, std::move(post),
        [](const LogLine& line) { write_log(line); });
    return webhook;
}

SafetyListener SafetyWebhook::listener() const {
    if (hook_ == nullptr) return {};
    return [hook = hook_](const SafetyEvent& event) { hook->take(event); };
}

}  // namespace attune::bot
