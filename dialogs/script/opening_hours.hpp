#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "dialogs/script/time_zone.hpp"

namespace attune::dialogs {

/// When the clinic can be reached, by its own clocks.
struct OpeningHours {
    /// From and until, in minutes after midnight; the last minute is closed.
    struct Span {
        int from = 0;
        int until = 0;
    };
    TimeZone zone;
    std::array<std::vector<Span>, 7> week;  ///< Monday first
    std::vector<int> holidays;              ///< days since 1970-01-01, closed whatever the week says

    /// `open`, `closed` or `holiday`: what the slot `clinic_now` holds at this time (milliseconds UTC).
    /// Pure; O(spans + holidays).
    std::string_view at(long long time) const;
};

/// The slot in which every bot finds whether its clinic is open just now. Not set where clinic.yaml gives no
/// hours.
inline constexpr std::string_view clinic_now = "clinic_now";

}  // namespace attune::dialogs
