#include "bot/store/sqlite/outbox_tables.hpp"

#include <utility>

namespace attune::bot::sqlite {

namespace {

constexpr const char* insert_reply =
    "INSERT INTO outbox (channel, address, conversation, content, made_at, due_at, sent, attempts)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr const char* insert_mark =
    "INSERT INTO mark (key, until) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET until = excluded.until";
constexpr const char* delete_mark = "DELETE FROM mark WHERE key = ?1";
constexpr const char* find_mark = "SELECT 1 FROM mark WHERE key = ?1 AND until > ?2";
// Only the oldest of each address: order is kept, and one that has to wait holds up nobody else.
constexpr const char* select_due =
    "SELECT number, channel, address, conversation, content, made_at, due_at, sent, attempts FROM outbox"
    " WHERE number IN (SELECT min(number) FROM outbox GROUP BY channel, address) AND due_at <= ?1"
    " ORDER BY number LIMIT ?2";
constexpr const char* select_next =
    "SELECT due_at FROM outbox WHERE number IN (SELECT min(number) FROM outbox GROUP BY channel, address)"
    " AND due_at > ?1 ORDER BY due_at LIMIT 1";
constexpr const char* update_reply = "UPDATE outbox SET sent = ?2, attempts = ?3, due_at = ?4 WHERE number = ?1";
constexpr const char* delete_reply = "DELETE FROM outbox WHERE number = ?1";
constexpr const char* insert_dead =
    "INSERT INTO dead_letter (number, channel, reason, status, attempts, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT DO NOTHING";
constexpr const char* select_dead =
    "SELECT number, channel, reason, status, attempts, at FROM dead_letter ORDER BY number DESC LIMIT ?1";
constexpr const char* forget_replies = "DELETE FROM outbox WHERE conversation = ?1 AND ?1 <> ''";
constexpr const char* expire_marks = "DELETE FROM mark WHERE until <= ?1";

Outgoing read_reply(const Statement& row) {
    Outgoing reply;
    reply.number = static_cast<std::uint64_t>(row.number(0));
    reply.channel = row.text(1);
    reply.address = row.text(2);
    reply.conversation = row.text(3);
    reply.content = row.text(4);
    reply.made_at = row.number(5);
    reply.due_at = row.number(6);
    reply.sent = static_cast<int>(row.number(7));
    reply.attempts = static_cast<int>(row.number(8));
    return reply;
}

std::int64_t to_signed(std::uint64_t number) { return static_cast<std::int64_t>(number); }

}  // namespace

Result<OutboxTables> OutboxTables::prepare(Database& database) {
    OutboxTables tables;
    const std::pair<Statement*, const char*> all[] = {
        {&tables.insert_reply_, insert_reply}, {&tables.insert_mark_, insert_mark},
        {&tables.delete_mark_, delete_mark},   {&tables.find_mark_, find_mark},
        {&tables.due_, select_due},            {&tables.next_, select_next},
        {&tables.update_reply_, update_reply}, {&tables.delete_reply_, delete_reply},
        {&tables.insert_dead_, insert_dead},   {&tables.dead_, select_dead},
        {&tables.forget_, forget_replies},     {&tables.expire_, expire_marks},
    };
    for (const auto& [statement, sql] : all) {
        auto prepared = Statement::prepare(database.handle(), sql);
        if (!prepared) return tl::unexpected<Error>(prepared.error());
        *statement = std::move(*prepared);
    }
    return tables;
}

Result<void> OutboxTables::mark(const Mark& mark) {
    return insert_mark_.bind(1, mark.key).bind(2, std::int64_t{mark.until}).run();
}

Result<void> OutboxTables::post(const Posting& posting) {
    for (const std::string& key : posting.unmark) {
        if (auto done = delete_mark_.bind(1, key).run(); !done) return done;
    }
    for (const Mark& each : posting.marks) {
        if (auto done = mark(each); !done) return done;
    }
    for (const Outgoing& reply : posting.outgoing) {
        insert_reply_.bind(1, reply.channel).bind(2, reply.address).bind(3, reply.conversation);
        insert_reply_.bind(4, reply.content).bind(5, std::int64_t{reply.made_at}).bind(6, std::int64_t{reply.due_at});
        insert_reply_.bind(7, std::int64_t{reply.sent}).bind(8, std::int64_t{reply.attempts});
        if (auto done = insert_reply_.run(); !done) return done;
    }
    return {};
}

Result<bool> OutboxTables::is_marked(std::string_view key, long long now) {
    auto found = find_mark_.bind(1, key).bind(2, std::int64_t{now}).step();
    if (!found) return tl::unexpected<Error>(found.error());
    if (*found) find_mark_.reset();
    return *found;
}

Result<Due> OutboxTables::due(long long now, int limit) {
    Due due;
    due_.bind(1, std::int64_t{now}).bind(2, std::int64_t{limit});
    for (;;) {
        auto row = due_.step();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) break;
        due.replies.push_back(read_reply(due_));
    }
    if (static_cast<int>(due.replies.size()) == limit) due.next_at = now;
    auto row = next_.bind(1, std::int64_t{now}).step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (*row) {
        if (!due.next_at) due.next_at = next_.number(0);
        next_.reset();
    }
    return due;
}

Result<void> OutboxTables::put_off(const Outgoing& reply) {
    update_reply_.bind(1, to_signed(reply.number)).bind(2, std::int64_t{reply.sent});
    return update_reply_.bind(3, std::int64_t{reply.attempts}).bind(4, std::int64_t{reply.due_at}).run();
}

Result<void> OutboxTables::delivered(const Delivered& delivered) {
    for (const Mark& each : delivered.marks) {
        if (auto done = mark(each); !done) return done;
    }
    if (const auto& dead = delivered.dead) {
        insert_dead_.bind(1, to_signed(dead->number)).bind(2, dead->channel).bind(3, dead->reason);
        insert_dead_.bind(4, std::int64_t{dead->status}).bind(5, std::int64_t{dead->attempts});
        if (auto done = insert_dead_.bind(6, std::int64_t{dead->at}).run(); !done) return done;
    }
    return delete_reply_.bind(1, to_signed(delivered.number)).run();
}

Result<std::vector<DeadLetter>> OutboxTables::dead_letters(int limit) {
    std::vector<DeadLetter> newest;
    dead_.bind(1, std::int64_t{limit});
    for (;;) {
        auto row = dead_.step();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return newest;
        newest.push_back({static_cast<std::uint64_t>(dead_.number(0)), dead_.text(1), dead_.text(2),
                          static_cast<int>(dead_.number(3)), static_cast<int>(dead_.number(4)), dead_.number(5)});
    }
}

Result<void> OutboxTables::forget(std::string_view conversation) { return forget_.bind(1, conversation).run(); }

Result<void> OutboxTables::expire(long long now) { return expire_.bind(1, std::int64_t{now}).run(); }

}  // namespace attune::bot::sqlite
