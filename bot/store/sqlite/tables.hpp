#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bot/store/sqlite/database.hpp"
#include "bot/store/sqlite/outbox_tables.hpp"
#include "bot/store/sqlite/statement.hpp"
#include "bot/store/store.hpp"

namespace attune::bot::sqlite {

/// The operations of `Store` as statements; each runs inside a transaction of the caller's. A failure may leave
/// part of it done: the caller undoes that. Not thread-safe.
class Tables {
public:
    /// `database` must outlive it. Errors: those of SQLite.
    static Result<Tables> prepare(Database& database);

    Result<void> commit(const Commit& commit);
    Result<StoredConversation> load(std::string_view id);
    Result<std::vector<StoredEvent>> events(std::string_view id, std::uint64_t after, std::uint64_t before,
                                            int limit);
    Result<std::optional<ClientMessage>> find_message(std::string_view id, std::string_view client_id);
    Result<void> erase(std::string_view id, const Posting& posting);
    Result<std::uint64_t> expire(long long now);

    OutboxTables& outbox() { return outbox_; }

private:
    Result<std::int64_t> write_row(const StoredConversation& row);
    Result<void> write_message(std::int64_t conversation, const ClientMessage& message);

    OutboxTables outbox_;
    Statement insert_row_;
    Statement update_row_;
    Statement insert_event_;
    Statement insert_message_;
    Statement forget_messages_;
    Statement load_;
    Statement events_;
    Statement find_message_;
    Statement erase_;
    Statement expire_;
};

}  // namespace attune::bot::sqlite
