#pragma once

#include <functional>
#include <memory>

#include "transports/http/socket.hpp"
#include "transports/socketio/session.hpp"
#include "transports/websocket/wire.hpp"

namespace attune::transports::socketio {

/// A WebSocket of an Engine.IO session. Belongs to its connection; the session may live on another thread.
class Endpoint final : public websocket::Endpoint, public std::enable_shared_from_this<Endpoint> {
public:
    /// @param begin  for a session that has no other way: called once the WebSocket is open. Else empty.
    Endpoint(const std::shared_ptr<Session>& session, http::Executor home, std::function<void()> begin);

    void opened(std::shared_ptr<websocket::Wire> wire) override;
    void received(std::string_view bytes, bool binary) override;
    void go_away(std::chrono::milliseconds) override;
    void closed() override;

private:
    void send(std::string frame);

    /// Weak: a session that outlived its thread's context would be destroyed on another's.
    const std::weak_ptr<Session> session_;
    std::shared_ptr<Session> kept_;  ///< until it has begun, and so keeps itself
    const http::Executor home_;
    std::function<void()> begin_;
    std::shared_ptr<websocket::Wire> wire_;
};

}  // namespace attune::transports::socketio
