#pragma once

#include <optional>
#include <string_view>

#include "dialogs/engine/state.hpp"

namespace attune::dialogs {

/// Milliseconds since 1970 of a moment in UTC as people write it: `2026-01-05T10:00:00Z`, or a day
/// `2026-01-05`. Nothing when it is not that; years 1970 to 9999, no leap seconds. Pure. Source of the day's
/// number: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
std::optional<Time> parse_instant(std::string_view written);

}  // namespace attune::dialogs
