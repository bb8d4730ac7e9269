#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "transports/service.hpp"

namespace attune::bot {

/// Close codes of attune.v1 that a conversation ends its subscribers with.
namespace close_code {
inline constexpr int done = 1000;
inline constexpr int try_later = 1013;
inline constexpr int no_session = 4404;
inline constexpr int replaced = 4409;
inline constexpr int erased = 4410;
}  // namespace close_code

/// Who sees a conversation as it happens, oldest first. Not thread-safe.
class Subscribers {
public:
    static constexpr std::size_t most = 5;

    /// Makes room by finishing the oldest with 4409.
    void add(std::shared_ptr<transports::Subscriber> subscriber);
    void remove(const transports::Subscriber* subscriber);
    void deliver(const std::vector<transports::LoggedEvent>& events) const;
    void typing() const;
    /// Finishes all and forgets them.
    void finish(int code, std::string_view reason);
    bool empty() const { return all_.empty(); }

private:
    std::deque<std::shared_ptr<transports::Subscriber>> all_;
};

}  // namespace attune::bot
