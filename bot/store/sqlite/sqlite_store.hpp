#pragma once

#include <memory>
#include <string>

#include "bot/store/store.hpp"

namespace attune::bot {

struct SqliteSettings {
    std::string file;
    std::size_t largest_group = 256;  ///< calls that share one write to the disk
    long long most_pages = 0;         ///< the file grows no further (4 KiB each); 0: as far as the disk goes
};

/// Conversations in one SQLite file, on a thread of its own: each commit is on the disk before it is answered
/// (write-ahead log, synchronous=FULL), and calls that wait at the same time share that write. What is erased is
/// overwritten. A full disk fails calls with `unavailable`; when there is room again they go through.
///
/// Errors: `unavailable` (cannot be opened or written, in use by another process), `invalid_input` (no database,
/// another program's, a newer Attune's). The message names the file.
Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteSettings& settings);

}  // namespace attune::bot
