#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// A crisis line whose number was last checked too long ago.
struct StaleLine {
    std::string country;  ///< as in `safety/lines/COUNTRY.yaml`
    std::string line;     ///< its id
    std::string checked;  ///< year-month-day
    int days = 0;         ///< since then; negative: the date lies ahead
};

inline constexpr int most_days_unchecked = 180;

/// Crisis lines of all countries that were not checked within `most_days` before `today`, or are dated after
/// it.
/// @param today  year-month-day, given by the caller: nothing here knows a clock. A date that is none gives
/// nothing. Pure; O(lines). Source: days from civil, H. Hinnant's algorithm.
std::vector<StaleLine> stale_lines(const Script& script, std::string_view today,
                                   int most_days = most_days_unchecked);

}  // namespace attune::dialogs
