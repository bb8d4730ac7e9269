#pragma once

#include "transports/websocket/wire.hpp"

namespace attune::transports::websocket {

/// Sends back what it gets, over the same wire as real sessions: for protocol conformance suites.
class Echo final : public Endpoint {
public:
    void opened(std::shared_ptr<Wire> wire) override { wire_ = std::move(wire); }
    void received(std::string_view bytes, bool binary) override {
        wire_->send(std::make_shared<const std::string>(bytes), binary);
    }
    void go_away(std::chrono::milliseconds) override { wire_->close(close_code::restart, "restart"); }
    void closed() override { wire_.reset(); }

private:
    std::shared_ptr<Wire> wire_;
};

}  // namespace attune::transports::websocket
