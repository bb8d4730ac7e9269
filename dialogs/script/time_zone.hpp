#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::dialogs {

/// When clocks are changed: `week` 1 to 4, or 5 for the last Sunday of the month; `minute` of that day in
/// standard time.
struct ClockChange {
    int month = 0;  ///< 1 to 12; 0: never
    int week = 0;
    int minute = 0;

    bool operator==(const ClockChange&) const = default;
};

/// The clocks of a place: standard time, and summer time by the rules that hold today.
struct TimeZone {
    int offset = 0;       ///< minutes that standard time is ahead of UTC
    ClockChange forward;  ///< summer time, one hour ahead of standard time, begins
    ClockChange back;     ///< and ends

    bool operator==(const TimeZone&) const = default;
};

/// The zone of this name, e.g. `America/New_York`, as the IANA database has it in 2026; or nothing.
std::optional<TimeZone> time_zone(std::string_view name);
std::vector<std::string> time_zone_names();

/// Minutes since 1970-01-01 00:00 on the clocks of the zone. `time` in milliseconds UTC. Pure; O(1).
long long minutes_there(const TimeZone& zone, long long time);

}  // namespace attune::dialogs
