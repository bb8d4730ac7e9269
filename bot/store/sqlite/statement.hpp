#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "nlu/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace attune::bot::sqlite {

/// What SQLite says of the last call, as our kind of error: `unavailable` for everything the outside world does
/// (full, not writable, in use), `conflict` for a broken constraint, `invalid_input` for a file that is no database.
Error last_error(sqlite3* database);

/// One prepared statement, kept for the life of its database. Used as: bind …, step until false, reset.
/// Places and columns count as in SQLite: `bind` from 1, columns from 0. Not thread-safe.
class Statement {
public:
    Statement() = default;
    /// Errors: those of SQLite.
    static Result<Statement> prepare(sqlite3* database, const char* sql);

    /// Text must live until `reset`: it is not copied.
    Statement& bind(int place, std::string_view text);
    Statement& bind(int place, std::int64_t number);

    /// True: there is a row. False: the statement is done, and reset. On an error it is reset too.
    Result<bool> step();
    /// Runs a statement whose rows do not matter.
    Result<void> run();
    /// Gives up further rows and forgets what was bound.
    void reset();

    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace attune::bot::sqlite
