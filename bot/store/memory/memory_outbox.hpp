#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_map>

#include "bot/store/outbox.hpp"

namespace attune::bot {

/// The outbox of a store in memory: what `Store` says of it. Not thread-safe.
class MemoryOutbox {
public:
    void post(Posting posting);
    bool is_marked(const std::string& key, long long now) const;
    Due due(long long now, int limit) const;
    void put_off(const Outgoing& reply);
    void delivered(Delivered delivered);
    std::vector<DeadLetter> dead_letters(int limit) const;
    /// Replies of this conversation.
    void forget(const std::string& conversation);
    void expire(long long now);

private:
    std::map<std::uint64_t, Outgoing> waiting_;
    std::unordered_map<std::string, long long> marks_;
    std::deque<DeadLetter> dead_;  // newest first
    std::uint64_t last_ = 0;
};

}  // namespace attune::bot
