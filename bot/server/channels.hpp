#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <vector>

#include "bot/server/config.hpp"
#include "bot/server/courier.hpp"
#include "bot/server/hub.hpp"
#include "bot/server/poller.hpp"
#include "bot/server/surroundings.hpp"
#include "transports/http/client.hpp"
#include "transports/http/router.hpp"

namespace attune::bot {

/// The messaging channels of a server: their webhooks, pollers and the courier. Lives on one context.
class Channels {
public:
    /// Errors: invalid_input (a channel lacks something), unavailable (the system's certificates).
    static Result<std::unique_ptr<Channels>> make(const Config& config, boost::asio::io_context& context);

    /// Their routes. The hub must outlive the router.
    void add_routes(transports::http::Router& router, Hub& hub) const;
    /// From now on replies go out and news comes in. Call before the context runs.
    void start(Hub& hub, Surroundings& surroundings);
    /// No further calls. On the context's thread, or after it has stopped.
    void stop();
    bool any() const { return !channels_.empty(); }
    /// Some of them say what stands under `channel_lines` in bot.yaml.
    bool need_channel_lines() const;

private:
    explicit Channels(boost::asio::io_context& context) : context_(context) {}

    boost::asio::io_context& context_;
    std::vector<std::shared_ptr<const transports::Channel>> channels_;
    std::unique_ptr<transports::http::Client> client_;
    std::shared_ptr<Courier> courier_;
    std::vector<std::shared_ptr<Poller>> pollers_;
};

}  // namespace attune::bot
