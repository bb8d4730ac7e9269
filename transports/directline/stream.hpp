#pragma once

#include <memory>

#include "transports/directline/activity.hpp"
#include "transports/directline/tickets.hpp"
#include "transports/http/socket.hpp"
#include "transports/service.hpp"
#include "transports/websocket/wire.hpp"

namespace attune::transports::directline {

/// A conversation's activities as they happen, over a WebSocket: first those after the ticket's watermark.
/// What the client sends (empty frames, to show that it is there) is not looked at.
class Stream final : public websocket::Endpoint,
                     public Subscriber,
                     public std::enable_shared_from_this<Stream> {
public:
    Stream(Service& service, http::Executor home, Ticket ticket, Place place);

    void opened(std::shared_ptr<websocket::Wire> wire) override;
    void received(std::string_view, bool) override {}
    void go_away(std::chrono::milliseconds) override;
    void closed() override;

    void deliver(const LoggedEvent& event) override;
    void typing() override;
    void finish(int code, std::string_view reason) override;

private:
    void found(const Outcome<std::shared_ptr<Conversation>>& outcome);

    Service& service_;
    const http::Executor home_;
    const Ticket ticket_;
    const Place place_;
    std::shared_ptr<websocket::Wire> wire_;
    std::shared_ptr<Conversation> conversation_;
    bool over_ = false;
};

}  // namespace attune::transports::directline
