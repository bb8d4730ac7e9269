#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

#include "bot/store/memory/memory_outbox.hpp"
#include "bot/store/store.hpp"

namespace attune::bot {

/// Conversations in memory, gone with the process: for tests, benchmarks and trying things out.
/// `done` is called within the call. O(log events) a call; `expire` O(conversations).
class MemoryStore final : public Store {
public:
    void commit(Commit commit, Done<void> done) override;
    void load(std::string id, Done<StoredConversation> done) override;
    void events(std::string id, std::uint64_t after, std::uint64_t before, int limit,
                Done<std::vector<StoredEvent>> done) override;
    void find_message(std::string id, std::string client_id, Done<std::optional<ClientMessage>> done) override;
    void erase(std::string id, Done<void> done) override;
    void erase(std::string id, Posting posting, Done<void> done) override;
    void post(Posting posting, Done<void> done) override;
    void is_marked(std::string key, long long now, Done<bool> done) override;
    void due(long long now, int limit, Done<Due> done) override;
    void put_off(Outgoing reply, Done<void> done) override;
    void delivered(Delivered delivered, Done<void> done) override;
    void dead_letters(int limit, Done<std::vector<DeadLetter>> done) override;
    void expire(long long now, Done<std::uint64_t> done) override;

private:
    struct Kept {
        StoredConversation row;
        std::map<std::uint64_t, StoredEvent> events;
        std::unordered_map<std::string, ClientMessage> messages;
        std::deque<std::string> message_order;  // oldest first
    };

    Result<void> write(Commit commit);
    static void keep(Kept& kept, ClientMessage message);

    std::mutex mutex_;
    std::unordered_map<std::string, Kept> conversations_;  // guarded by mutex_
    MemoryOutbox outbox_;                                  // guarded by mutex_
};

}  // namespace attune::bot
