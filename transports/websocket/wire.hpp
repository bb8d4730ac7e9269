#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "transports/http/outbox.hpp"

namespace attune::transports::websocket {

using Frame = http::Frame;

/// RFC 6455's and our own reasons to close.
namespace close_code {
inline constexpr int done = 1000;
inline constexpr int unsupported = 1003;
inline constexpr int restart = 1012;
inline constexpr int overloaded = 1013;
inline constexpr int abuse = 4400;
inline constexpr int unauthorized = 4401;
inline constexpr int forbidden = 4403;
inline constexpr int no_session = 4404;
inline constexpr int hello_timeout = 4408;
inline constexpr int slow_consumer = 4008;
inline constexpr int rate = 4429;
}  // namespace close_code

/// The socket, as a session sees it. Belongs to the connection's executor. After `close`, or once the other
/// side is gone, every call does nothing.
class Wire {
public:
    virtual ~Wire() = default;
    /// Queued, and written when the frames before it are. A full queue closes with 4008.
    virtual void send(Frame frame, bool binary = false) = 0;
    /// The same for what may be lost on a busy line.
    virtual void send_unless_busy(Frame frame) = 0;
    /// Writes what is queued, then closes.
    virtual void close(int code, std::string_view reason) = 0;
    /// The endpoint is not busy any more: reading goes on.
    virtual void resume() = 0;
};

/// Who talks over a wire. Belongs to the connection's executor.
class Endpoint {
public:
    virtual ~Endpoint() = default;
    virtual void opened(std::shared_ptr<Wire> wire) = 0;
    /// One whole message. The view ends with the call.
    virtual void received(std::string_view bytes, bool binary) = 0;
    /// While true, nothing more is read.
    virtual bool is_busy() const { return false; }
    virtual void go_away(std::chrono::milliseconds reconnect_after) = 0;
    /// The connection is over; the last call. The endpoint lets go of the wire.
    virtual void closed() = 0;
};

}  // namespace attune::transports::websocket
