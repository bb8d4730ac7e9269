#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bot/store/outbox.hpp"
#include "nlu/result.hpp"

namespace attune::bot {

/// One durable event: its number in the conversation, its kind and the JSON that goes on the wire.
struct StoredEvent {
    std::uint64_t seq = 0;
    std::string type;
    std::string json;
};

/// A client's message id and what it was used for, so that a repetition is recognised.
struct ClientMessage {
    std::string id;
    std::uint64_t seq = 0;    ///< of the event it became
    std::string fingerprint;  ///< hash of its content
    long long at = 0;
};

/// The row of a conversation. Times are milliseconds since 1970-01-01 UTC.
struct StoredConversation {
    std::string id;
    std::uint64_t version = 0;    ///< rises by one with each commit
    std::string state;            ///< the dialog state as JSON
    std::uint64_t last_seq = 0;
    std::uint64_t prompt_seq = 0; ///< the event whose choices are open; 0: none
    std::string token_hash;       ///< of the secret that opens it
    std::string previous_token_hash;
    long long previous_valid_until = 0;
    long long expires_at = 0;
    bool ended = false;
};

/// Everything one turn changes; written whole or not at all.
struct Commit {
    StoredConversation conversation;  ///< its `version` is the new one; 1 creates it
    std::vector<StoredEvent> events;  ///< to be appended
    std::optional<ClientMessage> message;
    bool anew = false;  ///< the conversation takes the place of an earlier one of its id, which is erased: version 1
    Posting posting;
};

/// Client messages remembered of one conversation, so that repetitions are recognised.
inline constexpr int kept_messages = 1000;

/// Where conversations live. Implementations: sqlite/ (embedded), memory/ (tests, benchmarks).
///
/// Calls return at once; `done` is called exactly once, in the order of the calls of one thread: on a thread of
/// the store, or, by a store in memory, before the call returns. It must neither block nor throw.
/// A later call sees everything an earlier one wrote. All methods are thread-safe. The destructor finishes what
/// was asked for first.
class Store {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    virtual ~Store() = default;

    /// Durable before `done` says so: survives the death of the process and of the machine.
    /// Errors: `conflict` (the row's version is not `version - 1`), `unavailable` (disk full, not writable…):
    /// nothing of it was written.
    virtual void commit(Commit commit, Done<void> done) = 0;

    /// Errors: `not_found`, `unavailable`.
    virtual void load(std::string id, Done<StoredConversation> done) = 0;

    /// At most `limit` newest events with after < seq < before, ascending. Errors: `unavailable`.
    virtual void events(std::string id, std::uint64_t after, std::uint64_t before, int limit,
                        Done<std::vector<StoredEvent>> done) = 0;

    /// The client's message with this id, if it was stored; at least the newest `kept_messages` of a
    /// conversation are remembered. Errors: `unavailable`.
    virtual void find_message(std::string id, std::string client_id,
                              Done<std::optional<ClientMessage>> done) = 0;

    /// Deletes the conversation, its events and messages for good: their bytes are overwritten, also in
    /// journals. No error where there is none. Errors: `unavailable`.
    virtual void erase(std::string id, Done<void> done) = 0;

    /// As erase, and takes the posting into the same transaction: the last reply to somebody who goes. Replies of
    /// the conversation that were waiting are erased too.
    virtual void erase(std::string id, Posting posting, Done<void> done) = 0;

    /// Marks and replies without a conversation. Errors: `unavailable`.
    virtual void post(Posting posting, Done<void> done) = 0;
    /// Is this key marked, and its time not over? Errors: `unavailable`.
    virtual void is_marked(std::string key, long long now, Done<bool> done) = 0;

    /// Of at most `limit` addresses the oldest reply, where it is due. Errors: `unavailable`.
    virtual void due(long long now, int limit, Done<Due> done) = 0;
    /// A delivery goes on later: writes sent, attempts and due_at. No error if it is gone. Errors: `unavailable`.
    virtual void put_off(Outgoing reply, Done<void> done) = 0;
    /// A delivery is over: the reply is erased, a dead letter kept. Errors: `unavailable`.
    virtual void delivered(Delivered delivered, Done<void> done) = 0;
    /// The newest dead letters, newest first. Errors: `unavailable`.
    virtual void dead_letters(int limit, Done<std::vector<DeadLetter>> done) = 0;

    /// Erases all conversations with expires_at <= now, and marks whose time is over; answers how many
    /// conversations. Errors: `unavailable`.
    virtual void expire(long long now, Done<std::uint64_t> done) = 0;
};

}  // namespace attune::bot
