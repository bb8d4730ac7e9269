#include "bot/store/sqlite/schema.hpp"

namespace attune::bot::sqlite {

namespace {

constexpr std::int64_t newest_version = 2;
constexpr std::int64_t our_application_id = 0x4154544e;  // "ATTN"

// `number` stands for the conversation in the other tables: shorter than its id, which is a long random text.
constexpr const char* version_1 = R"(
    BEGIN IMMEDIATE;
    CREATE TABLE conversation (
        number               INTEGER PRIMARY KEY,
        id                   TEXT NOT NULL UNIQUE,
        version              INTEGER NOT NULL,
        state                TEXT NOT NULL,
        last_seq             INTEGER NOT NULL,
        prompt_seq           INTEGER NOT NULL,
        token_hash           TEXT NOT NULL,
        previous_token_hash  TEXT NOT NULL,
        previous_valid_until INTEGER NOT NULL,
        expires_at           INTEGER NOT NULL,
        ended                INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX conversation_expiry ON conversation (expires_at);
    CREATE TABLE event (
        conversation INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
        seq          INTEGER NOT NULL,
        type         TEXT NOT NULL,
        json         TEXT NOT NULL,
        PRIMARY KEY (conversation, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE message (
        conversation INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
        id           TEXT NOT NULL,
        seq          INTEGER NOT NULL,
        fingerprint  TEXT NOT NULL,
        at           INTEGER NOT NULL,
        PRIMARY KEY (conversation, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_order ON message (conversation, seq);
    PRAGMA application_id = 0x4154544e;
    PRAGMA user_version = 1;
    COMMIT;
)";

// AUTOINCREMENT: a number is never used again, also not after the newest reply was delivered.
constexpr const char* version_2 = R"(
    BEGIN IMMEDIATE;
    CREATE TABLE outbox (
        number       INTEGER PRIMARY KEY AUTOINCREMENT,
        channel      TEXT NOT NULL,
        address      TEXT NOT NULL,
        conversation TEXT NOT NULL,
        content      TEXT NOT NULL,
        made_at      INTEGER NOT NULL,
        due_at       INTEGER NOT NULL,
        sent         INTEGER NOT NULL,
        attempts     INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_order ON outbox (channel, address, number);
    CREATE INDEX outbox_conversation ON outbox (conversation);
    CREATE TABLE dead_letter (
        number   INTEGER PRIMARY KEY,
        channel  TEXT NOT NULL,
        reason   TEXT NOT NULL,
        status   INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        at       INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE mark (
        key   TEXT PRIMARY KEY,
        until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mark_until ON mark (until);
    PRAGMA user_version = 2;
    COMMIT;
)";

Result<void> run_whole(Database& database, const char* sql) {
    auto done = database.run(sql);
    if (!done && database.in_transaction()) (void)database.run("ROLLBACK");
    return done;
}

Result<void> create(Database& database) {
    auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tl::unexpected<Error>(tables.error());
    if (*tables > 0) return failure(Errc::invalid_input, "it is the database of another program");
    return run_whole(database, version_1);
}

}  // namespace

Result<void> bring_up_to_date(Database& database) {
    auto application = database.number("PRAGMA application_id");
    if (!application) return tl::unexpected<Error>(application.error());
    if (*application != our_application_id) {
        if (auto made = create(database); !made) return made;
    }
    auto version = database.number("PRAGMA user_version");
    if (!version) return tl::unexpected<Error>(version.error());
    if (*version == newest_version) return {};
    if (*version == 1) return run_whole(database, version_2);
    return failure(Errc::invalid_input, "it has schema version " + std::to_string(*version) +
                                            ", and this program knows up to " + std::to_string(newest_version));
}

}  // namespace attune::bot::sqlite
