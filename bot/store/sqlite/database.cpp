#include "bot/store/sqlite/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "bot/store/sqlite/statement.hpp"

namespace attune::bot::sqlite {

namespace {

/// SQLite would make the file readable for everybody. O_EXCL, as closing a file that is open elsewhere in this
/// process would drop its locks.
Result<void> create_private(const std::string& file) {
    const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        return {};
    }
    if (errno == EEXIST) return {};
    return failure(Errc::unavailable, std::strerror(errno));
}

Error about(const std::string& file, const Error& error) {
    const bool in_use = error.message == sqlite3_errstr(SQLITE_BUSY);
    const std::string what = in_use ? "it is in use by another process" : error.message;
    return {error.code, "cannot use the database " + file + ": " + what};
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Result<Database> Database::open(const std::string& file) {
    if (auto made = create_private(file); !made) return tl::unexpected<Error>(about(file, made.error()));
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.handle_.reset(raw);
    if (raw == nullptr) return failure(Errc::unavailable, "cannot use the database " + file + ": no memory");
    if (result != SQLITE_OK) return tl::unexpected<Error>(about(file, last_error(raw)));
    if (auto ready = database.prepare_for_writing(); !ready) {
        return tl::unexpected<Error>(about(file, ready.error()));
    }
    return database;
}

Result<void> Database::prepare_for_writing() {
    if (sqlite3_db_readonly(handle(), "main") == 1) return failure(Errc::unavailable, "it is not writable");
    sqlite3_extended_result_codes(handle(), 1);
    // A grown log is cut back at the next checkpoint. The empty transaction takes the lock.
    return run(
        "PRAGMA locking_mode = EXCLUSIVE;"
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA journal_size_limit = 16777216;"
        "BEGIN IMMEDIATE; COMMIT;");
}

Result<void> Database::run(const char* sql) {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::unexpected<Error>(last_error(handle()));
}

Result<std::int64_t> Database::number(const char* sql) {
    auto statement = Statement::prepare(handle(), sql);
    if (!statement) return tl::unexpected<Error>(statement.error());
    auto row = statement->step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return failure(Errc::internal, "no row where one was expected");
    return statement->number(0);
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

Result<void> Database::empty_log() {
    const int result =
        sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (result == SQLITE_OK) return {};
    return tl::unexpected<Error>(last_error(handle()));
}

}  // namespace attune::bot::sqlite
