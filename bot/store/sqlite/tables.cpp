#include "bot/store/sqlite/tables.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace attune::bot::sqlite {

namespace {

// The order of places is that of `bind_row`.
constexpr const char* insert_row =
    "INSERT INTO conversation (id, version, state, last_seq, prompt_seq, token_hash, previous_token_hash,"
    " previous_valid_until, expires_at, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING number";
constexpr const char* update_row =
    "UPDATE conversation SET version = ?2, state = ?3, last_seq = ?4, prompt_seq = ?5, token_hash = ?6,"
    " previous_token_hash = ?7, previous_valid_until = ?8, expires_at = ?9, ended = ?10"
    " WHERE id = ?1 AND version = ?2 - 1 RETURNING number";
constexpr const char* load_row =
    "SELECT version, state, last_seq, prompt_seq, token_hash, previous_token_hash, previous_valid_until,"
    " expires_at, ended FROM conversation WHERE id = ?1";
constexpr const char* insert_event = "INSERT INTO event (conversation, seq, type, json) VALUES (?1, ?2, ?3, ?4)";
constexpr const char* insert_message =
    "INSERT INTO message (conversation, id, seq, fingerprint, at) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* forget_messages =
    "DELETE FROM message WHERE conversation = ?1 AND seq <="
    " (SELECT seq FROM message WHERE conversation = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)";
constexpr const char* select_events =
    "SELECT seq, type, json FROM event WHERE conversation = (SELECT number FROM conversation WHERE id = ?1)"
    " AND seq > ?2 AND seq < ?3 ORDER BY seq DESC LIMIT ?4";
constexpr const char* select_message =
    "SELECT seq, fingerprint, at FROM message"
    " WHERE conversation = (SELECT number FROM conversation WHERE id = ?1) AND id = ?2";
constexpr const char* erase_row = "DELETE FROM conversation WHERE id = ?1";
constexpr const char* expire_rows = "DELETE FROM conversation WHERE expires_at <= ?1 RETURNING number";

// Messages are counted only at every so many versions, as counting costs as much as writing.
constexpr std::uint64_t versions_between_counts = 50;

/// SQLite's integers are signed; nothing we number comes near their end but "no bound".
std::int64_t to_signed(std::uint64_t value) {
    return static_cast<std::int64_t>(
        std::min<std::uint64_t>(value, std::numeric_limits<std::int64_t>::max()));
}

std::uint64_t to_unsigned(std::int64_t value) { return static_cast<std::uint64_t>(value); }

void bind_row(Statement& statement, const StoredConversation& row) {
    statement.bind(1, row.id).bind(2, to_signed(row.version)).bind(3, row.state);
    statement.bind(4, to_signed(row.last_seq)).bind(5, to_signed(row.prompt_seq));
    statement.bind(6, row.token_hash).bind(7, row.previous_token_hash);
    statement.bind(8, row.previous_valid_until).bind(9, row.expires_at).bind(10, row.ended ? 1 : 0);
}

}  // namespace

Result<Tables> Tables::prepare(Database& database) {
    Tables tables;
    const std::pair<Statement*, const char*> all[] = {
        {&tables.insert_row_, insert_row},           {&tables.update_row_, update_row},
        {&tables.insert_event_, insert_event},       {&tables.insert_message_, insert_message},
        {&tables.forget_messages_, forget_messages}, {&tables.load_, load_row},
        {&tables.events_, select_events},            {&tables.find_message_, select_message},
        {&tables.erase_, erase_row},                 {&tables.expire_, expire_rows},
    };
    for (const auto& [statement, sql] : all) {
        auto prepared = Statement::prepare(database.handle(), sql);
        if (!prepared) return tl::unexpected<Error>(prepared.error());
        *statement = std::move(*prepared);
    }
    auto outbox = OutboxTables::prepare(database);
    if (!outbox) return tl::unexpected<Error>(outbox.error());
    tables.outbox_ = std::move(*outbox);
    return tables;
}

/// Answers the row's number.
Result<std::int64_t> Tables::write_row(const StoredConversation& row) {
    Statement& statement = row.version == 1 ? insert_row_ : update_row_;
    bind_row(statement, row);
    auto found = statement.step();
    if (!found) return tl::unexpected<Error>(found.error());
    if (!*found) return failure(Errc::conflict, "the conversation was changed meanwhile");
    const std::int64_t number = statement.number(0);
    // A statement with RETURNING has done its work only when it has been stepped to its end.
    auto finished = statement.run();
    if (!finished) return tl::unexpected<Error>(finished.error());
    return number;
}

Result<void> Tables::write_message(std::int64_t conversation, const ClientMessage& message) {
    insert_message_.bind(1, conversation).bind(2, message.id).bind(3, to_signed(message.seq));
    insert_message_.bind(4, message.fingerprint).bind(5, message.at);
    return insert_message_.run();
}

Result<void> Tables::commit(const Commit& commit) {
    if (commit.anew) {
        if (auto gone = erase_.bind(1, commit.conversation.id).run(); !gone) return gone;
    }
    auto number = write_row(commit.conversation);
    if (!number) return tl::unexpected<Error>(number.error());
    for (const StoredEvent& event : commit.events) {
        insert_event_.bind(1, *number).bind(2, to_signed(event.seq)).bind(3, event.type).bind(4, event.json);
        if (auto written = insert_event_.run(); !written) return written;
    }
    if (commit.message) {
        if (auto written = write_message(*number, *commit.message); !written) return written;
    }
    if (auto posted = outbox_.post(commit.posting); !posted) return posted;
    if (commit.conversation.version % versions_between_counts != 0) return {};
    return forget_messages_.bind(1, *number).bind(2, std::int64_t{kept_messages}).run();
}

Result<StoredConversation> Tables::load(std::string_view id) {
    auto found = load_.bind(1, id).step();
    if (!found) return tl::unexpected<Error>(found.error());
    if (!*found) return failure(Errc::not_found, "no such conversation");
    StoredConversation row;
    row.id = std::string(id);
    row.version = to_unsigned(load_.number(0));
    row.state = load_.text(1);
    row.last_seq = to_unsigned(load_.number(2));
    row.prompt_seq = to_unsigned(load_.number(3));
    row.token_hash = load_.text(4);
    row.previous_token_hash = load_.text(5);
    row.previous_valid_until = load_.number(6);
    row.expires_at = load_.number(7);
    row.ended = load_.number(8) != 0;
    load_.reset();
    return row;
}

Result<std::vector<StoredEvent>> Tables::events(std::string_view id, std::uint64_t after, std::uint64_t before,
                                                int limit) {
    events_.bind(1, id).bind(2, to_signed(after)).bind(3, to_signed(before)).bind(4, std::int64_t{limit});
    std::vector<StoredEvent> newest;
    for (;;) {
        auto row = events_.step();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) break;
        newest.push_back({to_unsigned(events_.number(0)), events_.text(1), events_.text(2)});
    }
    std::reverse(newest.begin(), newest.end());
    return newest;
}

Result<std::optional<ClientMessage>> Tables::find_message(std::string_view id, std::string_view client_id) {
    auto found = find_message_.bind(1, id).bind(2, client_id).step();
    if (!found) return tl::unexpected<Error>(found.error());
    if (!*found) return std::nullopt;
    ClientMessage message{std::string(client_id), to_unsigned(find_message_.number(0)), find_message_.text(1),
                          find_message_.number(2)};
    find_message_.reset();
    return message;
}

Result<void> Tables::erase(std::string_view id, const Posting& posting) {
    if (auto gone = outbox_.forget(id); !gone) return gone;
    if (auto gone = erase_.bind(1, id).run(); !gone) return gone;
    return outbox_.post(posting);
}

Result<std::uint64_t> Tables::expire(long long now) {
    if (auto gone = outbox_.expire(now); !gone) return tl::unexpected<Error>(gone.error());
    expire_.bind(1, std::int64_t{now});
    std::uint64_t count = 0;
    for (;;) {
        auto row = expire_.step();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return count;
        ++count;
    }
}

}  // namespace attune::bot::sqlite
