#include "transports/socketio/endpoint.hpp"

#include <boost/asio/post.hpp>
#include <string>
#include <utility>

namespace attune::transports::socketio {

namespace close_code = websocket::close_code;

Endpoint::Endpoint(const std::shared_ptr<Session>& session, http::Executor home, std::function<void()> begin)
    : session_(session), kept_(begin ? session : nullptr), home_(std::move(home)), begin_(std::move(begin)) {}

void Endpoint::opened(std::shared_ptr<websocket::Wire> wire) {
    wire_ = std::move(wire);
    const auto session = session_.lock();
    if (!session) return wire_->close(close_code::done, "");
    // Posted: frames keep the order in which the session sends them.
    auto frames = [weak = weak_from_this(), home = home_](std::string frame) {
        boost::asio::post(home, [weak, frame = std::move(frame)]() mutable {
            if (const auto self = weak.lock()) self->send(std::move(frame));
        });
    };
    session->attach(std::move(frames), begin_ != nullptr);
    if (begin_) std::exchange(begin_, nullptr)();
    kept_.reset();
}

void Endpoint::send(std::string frame) {
    if (!wire_) return;
    if (frame.empty()) return wire_->close(close_code::done, "");
    wire_->send(std::make_shared<const std::string>(std::move(frame)));
}

void Endpoint::received(std::string_view bytes, bool binary) {
    const auto session = session_.lock();
    if (!session || binary) return wire_->close(close_code::unsupported, "");
    session->frame(std::string(bytes));
}

void Endpoint::go_away(std::chrono::milliseconds) {
    if (wire_) wire_->close(close_code::restart, "restart");
}

void Endpoint::closed() {
    wire_.reset();
    if (const auto session = session_.lock()) session->detached();
}

}  // namespace attune::transports::socketio
