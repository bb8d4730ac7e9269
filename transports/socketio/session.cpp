#include "transports/socketio/session.hpp"

#include <boost/asio/dispatch.hpp>
#include <chrono>
#include <utility>

namespace attune::transports::socketio {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds ping_interval{25'000};
constexpr std::chrono::milliseconds ping_timeout{20'000};
constexpr std::size_t most_waiting = 256;

std::string open_packet(const std::string& id, bool can_upgrade) {
    return std::string(1, packet::open) + R"({"sid":")" + id + R"(","upgrades":[)" +
           (can_upgrade ? R"("websocket")" : "") + R"(],"pingInterval":)" +
           std::to_string(ping_interval.count()) + R"(,"pingTimeout":)" +
           std::to_string(ping_timeout.count()) + R"(,"maxPayload":16384})";
}

http::Response text(int status, std::string body) {
    auto response = http::text_response(status, body);
    response.headers["cache-control"] = "no-store";
    // Clients of protocol 3 ask with credentials. We have no cookies that could be misused.
    response.headers["access-control-allow-credentials"] = "true";
    return response;
}

}  // namespace

Session::Session(std::string id, Protocol protocol, asio::any_io_executor home)
    : id_(std::move(id)), protocol_(protocol), home_(std::move(home)), timer_(home_) {}

void Session::begin(std::shared_ptr<Peer> peer, bool over_websocket) {
    asio::dispatch(home_, [self = shared_from_this(), peer = std::move(peer), over_websocket]() mutable {
        self->peer_ = std::move(peer);
        self->push(open_packet(self->id_, !over_websocket));
        self->peer_->opened();
        self->wait();
    });
}

void Session::send(std::string message) {
    asio::dispatch(home_, [self = shared_from_this(), message = std::move(message)] {
        self->push(std::string(1, packet::message) + message);
    });
}

void Session::close() {
    asio::dispatch(home_, [self = shared_from_this()] {
        self->push(std::string(1, packet::close));
        self->end();
    });
}

void Session::poll(http::Respond respond) {
    asio::dispatch(home_, [self = shared_from_this(), respond = std::move(respond)]() mutable {
        // Two at once are a mistake of the client's; and over a WebSocket nobody polls.
        if (self->over_ || self->waiting_ || self->upgraded_) {
            respond(text(400, R"({"code":3,"message":"Bad request"})"));
            return self->end();
        }
        self->alive_ = true;
        self->waiting_ = std::move(respond);
        self->flush();
    });
}

void Session::post(std::string body, http::Respond respond) {
    asio::dispatch(home_, [self = shared_from_this(), body = std::move(body), respond = std::move(respond)] {
        const auto packets = split_payload(body, self->protocol_);
        if (self->over_ || !packets) {
            respond(text(400, R"({"code":3,"message":"Bad request"})"));
            return self->end();
        }
        respond(text(200, "ok"));
        for (const std::string& packet : *packets) self->take(packet);
    });
}

void Session::attach(Send send, bool from_the_start) {
    asio::dispatch(home_, [self = shared_from_this(), send = std::move(send), from_the_start]() mutable {
        if (self->over_ || self->websocket_) return send("");
        self->websocket_ = std::move(send);
        self->upgraded_ = from_the_start;
        self->flush();
    });
}

void Session::frame(std::string packet) {
    asio::dispatch(home_, [self = shared_from_this(), packet = std::move(packet)] {
        if (self->over_ || packet.empty()) return;
        if (!self->upgraded_ && packet == "2probe") {
            self->websocket_("3probe");
            // The waiting GET must come home before the client changes over.
            if (self->waiting_) self->push(std::string(1, packet::noop));
            return;
        }
        if (!self->upgraded_ && packet.front() == packet::upgrade) {
            self->upgraded_ = true;
            if (self->waiting_)
                std::exchange(self->waiting_, nullptr)(text(200, join_payload({"6"}, self->protocol_)));
            return self->flush();
        }
        if (self->upgraded_) self->take(packet);
    });
}

void Session::detached() {
    asio::dispatch(home_, [self = shared_from_this()] {
        self->websocket_ = nullptr;
        // A probe that failed leaves the polling as it was.
        if (self->upgraded_) self->end();
    });
}

void Session::push(std::string packet) {
    if (over_) return;
    queue_.push_back(std::move(packet));
    if (queue_.size() > most_waiting) return end();
    flush();
}

void Session::flush() {
    if (queue_.empty()) return;
    if (upgraded_) {
        for (std::string& packet : std::exchange(queue_, {})) websocket_(std::move(packet));
        return;
    }
    if (!waiting_) return;
    const std::vector<std::string> packets(queue_.begin(), queue_.end());
    queue_.clear();
    std::exchange(waiting_, nullptr)(text(200, join_payload(packets, protocol_)));
}

void Session::take(std::string_view packet) {
    if (over_) return;
    alive_ = true;
    switch (packet.front()) {
        case packet::ping:
            return push(std::string(1, packet::pong) + std::string(packet.substr(1)));
        case packet::close:
            return end();
        case packet::message:
            if (peer_) peer_->received(packet.substr(1));
            return;
        default:
            return;
    }
}

/// In protocol 4 the server pings; in both, who gives no sign of life for too long is gone.
void Session::wait() {
    if (over_) return;
    alive_ = false;
    timer_.expires_after(protocol_ == Protocol::v4 ? ping_interval : ping_interval + ping_timeout);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& stopped) {
        if (stopped || self->over_) return;
        if (self->protocol_ == Protocol::v3) return self->alive_ ? self->wait() : self->end();
        self->push(std::string(1, packet::ping));
        self->alive_ = false;
        self->timer_.expires_after(ping_timeout);
        self->timer_.async_wait([self](const boost::system::error_code& cancelled) {
            if (!cancelled && !self->over_) self->alive_ ? self->wait() : self->end();
        });
    });
}

void Session::end() {
    if (over_) return;
    flush();
    over_ = true;
    timer_.cancel();
    if (waiting_) std::exchange(waiting_, nullptr)(text(200, join_payload({"1"}, protocol_)));
    if (websocket_) std::exchange(websocket_, nullptr)("");
    if (peer_) std::exchange(peer_, nullptr)->closed();
}

}  // namespace attune::transports::socketio
