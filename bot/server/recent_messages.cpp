#include "bot/server/recent_messages.hpp"

#include <utility>

namespace attune::bot {

const ClientMessage* RecentMessages::find(const std::string& id) const {
    auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

void RecentMessages::add(ClientMessage message) {
    order_.push_back(message.id);
    std::string id = message.id;
    by_id_.insert_or_assign(std::move(id), std::move(message));
    if (order_.size() <= kept_messages) return;
    by_id_.erase(order_.front());
    order_.pop_front();
}

}  // namespace attune::bot
