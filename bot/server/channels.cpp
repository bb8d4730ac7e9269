#include "bot/server/channels.hpp"

#include <algorithm>
#include <utility>

#include "bot/server/dice.hpp"
#include "transports/channels/webhooks.hpp"

namespace attune::bot {

namespace http = transports::http;

namespace {

constexpr std::chrono::milliseconds poll_time{40'000};

}  // namespace

Result<std::unique_ptr<Channels>> Channels::make(const Config& config, boost::asio::io_context& context) {
    auto made = std::unique_ptr<Channels>(new Channels(context));
    auto channels = make_channels(config);
    if (!channels) return tl::unexpected<Error>(channels.error());
    made->channels_ = std::move(*channels);
    if (!made->any()) return made;
    auto client = http::Client::make(context, {});
    if (!client) return tl::unexpected<Error>(client.error());
    made->client_ = std::move(*client);
    return made;
}

bool Channels::need_channel_lines() const {
    return std::any_of(channels_.begin(), channels_.end(),
                       [](const auto& each) { return !each->replies_at_once(); });
}

void Channels::add_routes(http::Router& router, Hub& hub) const {
    if (!any()) return;
    transports::WebhookParts parts{channels_, hub, now_ms, [](std::string_view line) { write_log(line); }};
    transports::add_webhooks(router, std::move(parts));
}

void Channels::start(Hub& hub, Surroundings& surroundings) {
    if (!any()) return;
    const auto send = [client = client_.get()](http::ClientRequest call, http::Client::Done done) {
        client->send(std::move(call), std::move(done));
    };
    CourierParts parts{surroundings.store, channels_, now_ms, random_below, send, surroundings.log};
    courier_ = std::make_shared<Courier>(context_.get_executor(), std::move(parts));
    surroundings.wake_courier = [courier = courier_] { courier->wake(); };
    courier_->wake();
    const auto hold = [client = client_.get()](http::ClientRequest call, http::Client::Done done) {
        client->send(std::move(call), poll_time, std::move(done));
    };
    for (const auto& channel : channels_) {
        if (!channel->poll("")) continue;
        PollerParts poller{channel, hub, hold, random_below, [](std::string_view line) { write_log(line); }};
        pollers_.push_back(std::make_shared<Poller>(context_.get_executor(), std::move(poller)));
        pollers_.back()->start();
    }
}

void Channels::stop() {
    for (const auto& poller : pollers_) poller->stop();
    if (courier_) courier_->stop();
}

}  // namespace attune::bot
