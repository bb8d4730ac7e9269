#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "nlu/result.hpp"

struct sqlite3;

namespace attune::bot::sqlite {

/// One open database file. Not thread-safe: one thread at a time.
///
/// The file is ours alone while it is open (`locking_mode=EXCLUSIVE`, a lock the kernel drops with the process,
/// so none is ever left behind): a second server gets a clear error instead of a corrupted order of events; the
/// write-ahead log needs no shared memory file; and no foreign reader can keep erased text in the log.
class Database {
public:
    /// Opens the file, or makes it, readable by its owner alone. Errors: `unavailable` (cannot be opened or
    /// written, in use by another process), `invalid_input` (no database). The message names the file.
    static Result<Database> open(const std::string& file);

    /// Runs statements without results. Errors: those of SQLite.
    Result<void> run(const char* sql);
    /// The first column of the first row. Errors: those of SQLite; `internal` if there is none.
    Result<std::int64_t> number(const char* sql);

    /// False once a failure has undone the transaction that was open.
    bool in_transaction() const;
    /// Writes the log into the file and empties it, so that nothing that was overwritten is left in it.
    Result<void> empty_log();

    sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    Result<void> prepare_for_writing();

    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace attune::bot::sqlite
