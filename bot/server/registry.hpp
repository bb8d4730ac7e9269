#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "bot/server/conversation.hpp"

namespace attune::bot {

/// Which conversations are in memory: at most one object for each id. Holds none of them. Thread-safe, O(1).
class Registry : public std::enable_shared_from_this<Registry> {
public:
    /// The conversation with this id: the one in memory, or a new object that lives on `home`.
    std::shared_ptr<LiveConversation> find_or_make(const std::string& id, boost::asio::any_io_executor home,
                                                   std::shared_ptr<Surroundings> surroundings);
    std::size_t size() const;

private:
    // Several maps, so that threads seldom wait for one another.
    struct Shard {
        mutable std::mutex mutex;
        std::unordered_map<std::string, std::weak_ptr<LiveConversation>> live;  // guarded by mutex
    };

    void forget(const std::string& id);
    Shard& shard_of(const std::string& id) { return shards_[std::hash<std::string>{}(id) % shards_.size()]; }

    std::array<Shard, 16> shards_;
};

}  // namespace attune::bot
