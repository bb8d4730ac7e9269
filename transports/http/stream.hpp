#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "transports/http/outbox.hpp"

namespace attune::transports::http {

/// The body of an answer that is not ready yet: a producer pushes chunks, the HTTP session sends them.
/// Belongs to the connection's executor, on both sides; bounded, so that a slow reader costs no memory.
class Stream {
public:
    explicit Stream(OutboxLimits limits = OutboxLimits{}) : outbox_(limits) {}

    /// What is sent after `heartbeat_every` without a chunk, so that proxies keep the connection. Empty:
    /// nothing.
    std::string heartbeat;
    std::chrono::milliseconds heartbeat_every{15000};

    // -- the producer's side

    /// False once the stream is over: closed, too slow a reader, or the connection is gone.
    bool push(Frame chunk);
    /// No more chunks; what was pushed is still sent.
    void close();
    /// Called once when the connection is gone or the stream was closed: the producer lets go.
    void on_end(std::function<void()> callback) { ended_ = std::move(callback); }

    // -- the session's side

    bool empty() const { return outbox_.empty(); }
    bool closed() const { return closed_; }
    Frame pop() { return outbox_.pop().bytes; }
    /// Called whenever there is something new to look at.
    void on_wake(std::function<void()> callback) { wake_ = std::move(callback); }
    /// The connection is gone.
    void abandon();

private:
    Outbox outbox_;
    bool closed_ = false;
    std::function<void()> wake_;
    std::function<void()> ended_;
};

}  // namespace attune::transports::http
