#include "bot/store/sqlite/statement.hpp"

#include <sqlite3.h>

namespace attune::bot::sqlite {

namespace {

Errc code_of(int result) {
    switch (result & 0xff) {
        case SQLITE_CONSTRAINT:
            return Errc::conflict;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return Errc::invalid_input;
        case SQLITE_ERROR:
        case SQLITE_MISUSE:
        case SQLITE_RANGE:
            return Errc::internal;
        default:
            return Errc::unavailable;
    }
}

}  // namespace

Error last_error(sqlite3* database) {
    // Not sqlite3_errmsg: it may quote values, and values are what visitors wrote.
    const int result = sqlite3_extended_errcode(database);
    return {code_of(result), sqlite3_errstr(result)};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Statement> Statement::prepare(sqlite3* database, const char* sql) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
        return tl::unexpected<Error>(last_error(database));
    }
    Statement statement;
    statement.statement_.reset(raw);
    return statement;
}

Statement& Statement::bind(int place, std::string_view text) {
    // An empty view may have no address, and that would be NULL.
    const char* data = text.empty() ? "" : text.data();
    sqlite3_bind_text64(statement_.get(), place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int place, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), place, number);
    return *this;
}

Result<bool> Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = last_error(sqlite3_db_handle(statement_.get()));
    reset();
    return tl::unexpected<Error>(std::move(error));
}

Result<void> Statement::run() {
    for (;;) {
        auto row = step();
        if (!row) return tl::unexpected<Error>(row.error());
        if (!*row) return {};
    }
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(size)};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

}  // namespace attune::bot::sqlite
