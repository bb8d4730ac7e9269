#include "transports/http/stream.hpp"

#include <utility>

namespace attune::transports::http {

bool Stream::push(Frame chunk) {
    if (closed_) return false;
    if (!outbox_.push(std::move(chunk))) {
        outbox_.clear();  // the reader resumes by its last event id and misses nothing
        close();
        return false;
    }
    if (wake_) wake_();
    return true;
}

void Stream::close() {
    if (closed_) return;
    closed_ = true;
    // The callbacks may hold what holds this stream: they are let go of first.
    auto ended = std::exchange(ended_, nullptr);
    if (ended) ended();
    if (wake_) wake_();
}

void Stream::abandon() {
    wake_ = nullptr;
    outbox_.clear();
    close();
}

}  // namespace attune::transports::http
