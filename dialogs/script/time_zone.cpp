#include "dialogs/script/time_zone.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace attune::dialogs {

namespace {

constexpr int hour = 60;
constexpr ClockChange never{};

struct NamedZone {
    std::string_view name;
    TimeZone zone;
};

constexpr TimeZone american(int hours, int minutes = 0) {
    return {hours * hour + minutes, {3, 2, 2 * hour}, {11, 1, 1 * hour}};
}
/// Europe changes its clocks everywhere at 01:00 UTC.
constexpr TimeZone european(int hours) {
    return {hours * hour, {3, 5, (1 + hours) * hour}, {10, 5, (1 + hours) * hour}};
}
constexpr TimeZone australian(int minutes) {
    return {minutes, {10, 1, 2 * hour}, {4, 1, 2 * hour}};
}
constexpr TimeZone steady(int minutes) {
    return {minutes, never, never};
}

constexpr auto zones = std::to_array<NamedZone>({
    {"America/Anchorage", american(-9)},
    {"America/Chicago", american(-6)},
    {"America/Denver", american(-7)},
    {"America/Detroit", american(-5)},
    {"America/Edmonton", american(-7)},
    {"America/Halifax", american(-4)},
    {"America/Los_Angeles", american(-8)},
    {"America/New_York", american(-5)},
    {"America/Phoenix", steady(-7 * hour)},
    {"America/Puerto_Rico", steady(-4 * hour)},
    {"America/Regina", steady(-6 * hour)},
    {"America/St_Johns", american(-3, -30)},
    {"America/Toronto", american(-5)},
    {"America/Vancouver", american(-8)},
    {"America/Winnipeg", american(-6)},
    {"Australia/Adelaide", australian(9 * hour + 30)},
    {"Australia/Brisbane", steady(10 * hour)},
    {"Australia/Darwin", steady(9 * hour + 30)},
    {"Australia/Hobart", australian(10 * hour)},
    {"Australia/Melbourne", australian(10 * hour)},
    {"Australia/Perth", steady(8 * hour)},
    {"Australia/Sydney", australian(10 * hour)},
    {"Europe/Berlin", european(1)},
    {"Europe/Dublin", european(0)},
    {"Europe/London", european(0)},
    {"Europe/Madrid", european(1)},
    {"Europe/Paris", european(1)},
    {"Pacific/Auckland", {12 * hour, {9, 5, 2 * hour}, {4, 1, 2 * hour}}},
    {"Pacific/Honolulu", steady(-10 * hour)},
    {"UTC", steady(0)},
});

/// Minutes since 1970 at which the clocks are changed in a year, in standard time.
long long at(const ClockChange& change, std::chrono::year year) {
    using namespace std::chrono;
    const month month{static_cast<unsigned>(change.month)};
    const bool last = change.week == 5;
    const sys_days day = last ? sys_days{year / month / Sunday[std::chrono::last]}
                              : sys_days{year / month / Sunday[static_cast<unsigned>(change.week)]};
    return day.time_since_epoch().count() * 24LL * hour + change.minute;
}

bool is_summer(const TimeZone& zone, long long standard) {
    if (zone.forward == never) return false;
    using namespace std::chrono;
    const auto day = floor<days>(minutes{standard});
    const year year = year_month_day{sys_days{day}}.year();
    const long long begin = at(zone.forward, year);
    const long long end = at(zone.back, year);
    if (begin < end) return standard >= begin && standard < end;
    return standard >= begin || standard < end;  // south of the equator
}

}  // namespace

std::optional<TimeZone> time_zone(std::string_view name) {
    auto found =
        std::find_if(zones.begin(), zones.end(), [&](const NamedZone& zone) { return zone.name == name; });
    return found == zones.end() ? std::nullopt : std::optional(found->zone);
}

std::vector<std::string> time_zone_names() {
    std::vector<std::string> names;
    for (const NamedZone& zone : zones) names.emplace_back(zone.name);
    return names;
}

long long minutes_there(const TimeZone& zone, long long time) {
    using namespace std::chrono;
    const long long standard = floor<minutes>(milliseconds{time}).count() + zone.offset;
    return is_summer(zone, standard) ? standard + hour : standard;
}

}  // namespace attune::dialogs
