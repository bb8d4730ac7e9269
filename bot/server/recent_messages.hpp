#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "bot/store/store.hpp"

namespace attune::bot {

/// The client messages of one conversation that were stored while it was in memory: as many as the store keeps.
/// Not thread-safe.
class RecentMessages {
public:
    /// The message with this id, or nullptr. O(1).
    const ClientMessage* find(const std::string& id) const;
    void add(ClientMessage message);

    /// True when an id that is not here is not in the store either, as all of it happened here.
    bool is_complete() const { return complete_; }
    void set_complete() { complete_ = true; }

private:
    std::unordered_map<std::string, ClientMessage> by_id_;
    std::deque<std::string> order_;  // oldest first
    bool complete_ = false;
};

}  // namespace attune::bot
