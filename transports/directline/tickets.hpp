#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace attune::transports::directline {

/// What a stream is opened with.
struct Ticket {
    std::string conversation;
    std::string token;
    std::uint64_t watermark = 0;  ///< newest event that the client has
};

/// Stands in a stream's address instead of the token, which would otherwise be in every proxy's log: for one
/// stream and for a minute. Thread-safe.
class Tickets {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds life{60};
    static constexpr std::size_t most = 20'000;  ///< the oldest goes for the next one

    std::string give(Ticket ticket, Clock::time_point now);
    /// The ticket, which is used up with it; none if it is unknown or old.
    std::optional<Ticket> take(const std::string& name, Clock::time_point now);

private:
    struct Held {
        Ticket ticket;
        Clock::time_point until;
    };
    std::mutex mutex_;
    std::map<std::string, Held> held_;
    std::multimap<Clock::time_point, std::string> by_age_;
};

}  // namespace attune::transports::directline
