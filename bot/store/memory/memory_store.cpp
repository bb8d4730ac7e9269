#include "bot/store/memory/memory_store.hpp"

#include <algorithm>

namespace attune::bot {

Result<void> MemoryStore::write(Commit commit) {
    std::lock_guard lock(mutex_);
    auto found = conversations_.find(commit.conversation.id);
    const bool fresh = found == conversations_.end() || commit.anew;
    const std::uint64_t version = fresh ? 0 : found->second.row.version;
    if (commit.conversation.version != version + 1) {
        return failure(Errc::conflict, "the conversation was changed meanwhile");
    }
    outbox_.post(std::move(commit.posting));
    Kept& kept = conversations_[commit.conversation.id];
    if (fresh) kept = {};
    kept.row = std::move(commit.conversation);
    for (StoredEvent& event : commit.events) kept.events[event.seq] = std::move(event);
    if (commit.message) keep(kept, std::move(*commit.message));
    return {};
}

void MemoryStore::keep(Kept& kept, ClientMessage message) {
    kept.message_order.push_back(message.id);
    kept.messages[message.id] = std::move(message);
    if (kept.message_order.size() <= kept_messages) return;
    kept.messages.erase(kept.message_order.front());
    kept.message_order.pop_front();
}

void MemoryStore::commit(Commit commit, Done<void> done) { done(write(std::move(commit))); }

void MemoryStore::load(std::string id, Done<StoredConversation> done) {
    Result<StoredConversation> row = failure(Errc::not_found, "no such conversation");
    {
        std::lock_guard lock(mutex_);
        auto found = conversations_.find(id);
        if (found != conversations_.end()) row = found->second.row;
    }
    done(std::move(row));
}

void MemoryStore::events(std::string id, std::uint64_t after, std::uint64_t before, int limit,
                         Done<std::vector<StoredEvent>> done) {
    std::vector<StoredEvent> newest;
    {
        std::lock_guard lock(mutex_);
        auto found = conversations_.find(id);
        if (found != conversations_.end()) {
            const auto& all = found->second.events;
            auto at = all.lower_bound(before);
            while (at != all.begin() && static_cast<int>(newest.size()) < limit) {
                --at;
                if (at->first <= after) break;
                newest.push_back(at->second);
            }
        }
    }
    std::reverse(newest.begin(), newest.end());
    done(std::move(newest));
}

void MemoryStore::find_message(std::string id, std::string client_id,
                               Done<std::optional<ClientMessage>> done) {
    std::optional<ClientMessage> message;
    {
        std::lock_guard lock(mutex_);
        auto found = conversations_.find(id);
        if (found != conversations_.end()) {
            auto known = found->second.messages.find(client_id);
            if (known != found->second.messages.end()) message = known->second;
        }
    }
    done(std::move(message));
}

void MemoryStore::erase(std::string id, Done<void> done) { erase(std::move(id), {}, std::move(done)); }

void MemoryStore::erase(std::string id, Posting posting, Done<void> done) {
    {
        std::lock_guard lock(mutex_);
        conversations_.erase(id);
        outbox_.forget(id);
        outbox_.post(std::move(posting));
    }
    done({});
}

void MemoryStore::post(Posting posting, Done<void> done) {
    {
        std::lock_guard lock(mutex_);
        outbox_.post(std::move(posting));
    }
    done({});
}

void MemoryStore::is_marked(std::string key, long long now, Done<bool> done) {
    bool marked = false;
    {
        std::lock_guard lock(mutex_);
        marked = outbox_.is_marked(key, now);
    }
    done(marked);
}

void MemoryStore::due(long long now, int limit, Done<Due> done) {
    Due due;
    {
        std::lock_guard lock(mutex_);
        due = outbox_.due(now, limit);
    }
    done(std::move(due));
}

void MemoryStore::put_off(Outgoing reply, Done<void> done) {
    {
        std::lock_guard lock(mutex_);
        outbox_.put_off(reply);
    }
    done({});
}

void MemoryStore::delivered(Delivered delivered, Done<void> done) {
    {
        std::lock_guard lock(mutex_);
        outbox_.delivered(std::move(delivered));
    }
    done({});
}

void MemoryStore::dead_letters(int limit, Done<std::vector<DeadLetter>> done) {
    std::vector<DeadLetter> newest;
    {
        std::lock_guard lock(mutex_);
        newest = outbox_.dead_letters(limit);
    }
    done(std::move(newest));
}

void MemoryStore::expire(long long now, Done<std::uint64_t> done) {
    std::uint64_t count = 0;
    {
        std::lock_guard lock(mutex_);
        outbox_.expire(now);
        count = std::erase_if(conversations_, [now](const auto& each) { return each.second.row.expires_at <= now; });
    }
    done(count);
}

}  // namespace attune::bot
