#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace attune::transports::http {

/// Bytes on their way out. Shared: one event for five tabs is one string.
using Frame = std::shared_ptr<const std::string>;

/// What may wait for a slow reader before the connection is given up.
struct OutboxLimits {
    std::size_t frames = 256;
    std::size_t bytes = 256 * 1024;
};

/// The bounded queue between a conversation and a socket. First in, first out. Holds no memory while empty.
/// Not thread-safe: it belongs to its connection's executor.
class Outbox {
public:
    explicit Outbox(OutboxLimits limits = OutboxLimits{}) : limits_(limits) {}

    struct Item {
        Frame bytes;
        bool binary = false;  ///< of a WebSocket
    };

    /// False if it is full: the frame was not taken, the reader is too slow.
    [[nodiscard]] bool push(Frame frame, bool binary = false);
    /// For what may be lost (somebody is typing): dropped when the queue is more than half full.
    void push_unless_busy(Frame frame);

    bool empty() const { return first_ == items_.size(); }
    std::size_t frames() const { return items_.size() - first_; }
    std::size_t bytes() const { return bytes_; }

    /// The oldest frame, taken out. Precondition: not empty.
    Item pop();
    void clear();

private:
    OutboxLimits limits_;
    std::vector<Item> items_;
    std::size_t first_ = 0;  ///< items before it were popped
    std::size_t bytes_ = 0;
};

}  // namespace attune::transports::http
