#pragma once

#include "bot/store/sqlite/database.hpp"

namespace attune::bot::sqlite {

/// Makes the tables in an empty database, or checks that the ones there are ours and of a version we know, and
/// brings an older one up to date, a whole version at a time.
/// Errors: `invalid_input` (another program's database, or a newer Attune's), and those of SQLite.
Result<void> bring_up_to_date(Database& database);

}  // namespace attune::bot::sqlite
