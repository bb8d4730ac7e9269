#include "bot/server/registry.hpp"

#include <utility>

namespace attune::bot {

std::shared_ptr<LiveConversation> Registry::find_or_make(const std::string& id,
                                                         boost::asio::any_io_executor home,
                                                         std::shared_ptr<Surroundings> surroundings) {
    Shard& shard = shard_of(id);
    std::lock_guard lock(shard.mutex);
    auto& place = shard.live[id];
    if (auto live = place.lock()) return live;
    auto forget_it = [weak = weak_from_this()](const std::string& gone) {
        if (auto registry = weak.lock()) registry->forget(gone);
    };
    auto made = std::make_shared<LiveConversation>(id, std::move(home), std::move(surroundings), std::move(forget_it));
    place = made;
    return made;
}

/// Called when a conversation's object is gone; by then a new one may have taken its place.
void Registry::forget(const std::string& id) {
    Shard& shard = shard_of(id);
    std::lock_guard lock(shard.mutex);
    auto found = shard.live.find(id);
    if (found != shard.live.end() && found->second.expired()) shard.live.erase(found);
}

std::size_t Registry::size() const {
    std::size_t count = 0;
    for (const Shard& shard : shards_) {
        std::lock_guard lock(shard.mutex);
        count += shard.live.size();
    }
    return count;
}

}  // namespace attune::bot
