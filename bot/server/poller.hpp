#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <string>

#include "transports/channels/channel_service.hpp"

namespace attune::bot {

/// What a poller works with.
struct PollerParts {
    std::shared_ptr<const transports::Channel> channel;
    transports::ChannelService& service;
    /// Makes a call that the other side may hold for half a minute; its answer comes on the executor, once.
    std::function<void(transports::http::ClientRequest, std::function<void(transports::http::ClientResponse)>)> send;
    std::function<std::uint32_t(std::uint32_t below)> dice;
    std::function<void(std::string_view event_line)> log;
};

/// Asks a channel for news, again and again. The next question, which says that the news arrived, is asked only when
/// all of it is stored; if it could not be, the same question is asked again. Belongs to the executor.
class Poller : public std::enable_shared_from_this<Poller> {
public:
    Poller(boost::asio::any_io_executor executor, PollerParts parts);
    void start();
    void stop();

private:
    void ask();
    void answered(const transports::http::ClientResponse& answer);
    void take(transports::Channel::News news);
    void wait();

    const boost::asio::any_io_executor executor_;
    const PollerParts parts_;
    boost::asio::steady_timer timer_;
    std::string next_;
    int failures_ = 0;
    bool stopped_ = false;
};

}  // namespace attune::bot
