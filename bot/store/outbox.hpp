#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::bot {

/// A reply on its way to a channel that must be called. Times are milliseconds since 1970-01-01 UTC.
struct Outgoing {
    std::uint64_t number = 0;  ///< given by the store, rising
    std::string channel;
    std::string address;       ///< where it goes: personal
    std::string conversation;  ///< erased with it; may be empty
    std::string content;       ///< the reply as JSON: health data
    long long made_at = 0;
    long long due_at = 0;      ///< not before
    int sent = 0;              ///< of the calls it takes, those that were made with success
    int attempts = 0;          ///< that failed since the last success
};

/// A reply that was given up: all that is kept of it.
struct DeadLetter {
    std::uint64_t number = 0;
    std::string channel;
    std::string reason;  ///< a word of the source
    int status = 0;      ///< of the last answer; 0: there was none
    int attempts = 0;
    long long at = 0;
};

/// A key that is remembered until a time: that a message was heard, that somebody wants no messages.
struct Mark {
    std::string key;  ///< a digest: says nothing by itself
    long long until = 0;
};
inline constexpr long long for_ever = 0x7fff'ffff'ffff;

/// What goes with a turn into the same transaction.
struct Posting {
    std::vector<Mark> marks;
    std::vector<std::string> unmark;
    std::vector<Outgoing> outgoing;
    bool empty() const { return marks.empty() && unmark.empty() && outgoing.empty(); }
};

/// What can go out now.
struct Due {
    std::vector<Outgoing> replies;    ///< of each address only the oldest
    std::optional<long long> next_at; ///< when there will be more; none: nothing else waits
};

/// How a delivery ended.
struct Delivered {
    std::uint64_t number = 0;
    std::optional<DeadLetter> dead;  ///< it was given up
    std::vector<Mark> marks;
};

}  // namespace attune::bot
