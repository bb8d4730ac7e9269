#include "dialogs/analysis/instant.hpp"

#include <charconv>

namespace attune::dialogs {

namespace {

/// Takes a number of exactly `digits` digits and the sign behind it off the front.
std::optional<int> take(std::string_view& rest, std::size_t digits, std::string_view sign) {
    if (rest.size() < digits + sign.size() || rest.substr(digits, sign.size()) != sign) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + digits, value);
    if (error != std::errc{} || end != rest.data() + digits || value < 0) return std::nullopt;
    rest.remove_prefix(digits + sign.size());
    return value;
}

int days_in(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/// Days since 1970-01-01 of a day in the Gregorian calendar.
Time day_number(int year, int month, int day) {
    const int from_march = month > 2 ? month - 3 : month + 9;
    const int whole_year = month > 2 ? year : year - 1;
    const int era = whole_year / 400;
    const int of_era = whole_year - era * 400;
    const int of_year = (153 * from_march + 2) / 5 + day - 1;
    return Time{era} * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

std::optional<Time> time_of_day(std::string_view rest) {
    const auto hour = take(rest, 2, ":");
    const auto minute = hour ? take(rest, 2, ":") : std::nullopt;
    const auto second = minute ? take(rest, 2, "Z") : std::nullopt;
    if (!second || !rest.empty() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return (Time{*hour} * 3600 + *minute * 60 + *second) * 1000;
}

}  // namespace

std::optional<Time> parse_instant(std::string_view written) {
    const bool is_day = written.size() == 10;
    const auto year = take(written, 4, "-");
    const auto month = year ? take(written, 2, "-") : std::nullopt;
    const auto day = month ? take(written, 2, is_day ? "" : "T") : std::nullopt;
    if (!day || *year < 1970 || *month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month)) {
        return std::nullopt;
    }
    const auto clock = is_day ? std::optional<Time>(0) : time_of_day(written);
    if (!clock) return std::nullopt;
    return day_number(*year, *month, *day) * 86'400'000 + *clock;
}

}  // namespace attune::dialogs
