#pragma once

#include <string_view>
#include <vector>

#include "bot/store/outbox.hpp"
#include "bot/store/sqlite/database.hpp"
#include "bot/store/sqlite/statement.hpp"

namespace attune::bot::sqlite {

/// The outbox of `Store` as statements; each runs inside a transaction of the caller's. A failure may leave part
/// of it done: the caller undoes that. Not thread-safe.
class OutboxTables {
public:
    /// `database` must outlive it. Errors: those of SQLite.
    static Result<OutboxTables> prepare(Database& database);

    Result<void> post(const Posting& posting);
    Result<bool> is_marked(std::string_view key, long long now);
    Result<Due> due(long long now, int limit);
    Result<void> put_off(const Outgoing& reply);
    Result<void> delivered(const Delivered& delivered);
    Result<std::vector<DeadLetter>> dead_letters(int limit);
    /// Replies of this conversation.
    Result<void> forget(std::string_view conversation);
    /// Marks whose time is over.
    Result<void> expire(long long now);

private:
    Result<void> mark(const Mark& mark);

    Statement insert_reply_;
    Statement insert_mark_;
    Statement delete_mark_;
    Statement find_mark_;
    Statement due_;
    Statement next_;
    Statement update_reply_;
    Statement delete_reply_;
    Statement insert_dead_;
    Statement dead_;
    Statement forget_;
    Statement expire_;
};

}  // namespace attune::bot::sqlite
