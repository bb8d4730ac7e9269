#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>

#include "bot/server/config.hpp"
#include "bot/server/safety_hook.hpp"
#include "nlu/result.hpp"
#include "transports/http/client.hpp"

namespace attune::bot {

/// The clinic's own system that is told of danger, over HTTPS (or over plain http on this machine itself).
class SafetyWebhook {
public:
    /// Nobody (`listener` is empty) when the configuration names none.
    /// Errors: invalid_input (no URL that may be called, or no secret to sign with), unavailable (no
    /// certificates to trust).
    static Result<std::unique_ptr<SafetyWebhook>> make(const Config& config,
                                                       boost::asio::io_context& context);

    /// To be called with every event, from any thread; lives as long as the webhook.
    SafetyListener listener() const;

private:
    std::unique_ptr<transports::http::Client> client_;
    std::shared_ptr<SafetyHook> hook_;
};

}  // namespace attune::bot
