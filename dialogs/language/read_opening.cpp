#include "dialogs/language/read_opening.hpp"

#include <chrono>
#include <optional>

#include "dialogs/language/nearest.hpp"

namespace attune::dialogs {

namespace {

const std::vector<std::string> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};

/// So many digits at a place of a text as a number; -1 when there are none.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/// Minutes after midnight of `09:30`; 24:00 is the end of the day. -1 when it is no time.
int minute_of(std::string_view text) {
    const int hours = number_at(text, 0, 2);
    const int minutes = number_at(text, 3, 2);
    if (text.size() != 5 || text[2] != ':' || hours < 0 || minutes < 0 || minutes > 59) return -1;
    const int minute = hours * 60 + minutes;
    return minute <= 24 * 60 ? minute : -1;
}

std::optional<OpeningHours::Span> read_span(const Node& node, Report& report) {
    const std::string text = read_text(&node, "opening hours", report);
    if (text.empty()) return std::nullopt;
    const std::size_t dash = text.find('-');
    const bool has_dash = dash != std::string::npos;
    const OpeningHours::Span span{minute_of(text.substr(0, dash)),
                                  has_dash ? minute_of(text.substr(dash + 1)) : -1};
    if (span.from >= 0 && span.from < span.until) return span;
    report.add("bad-value", node.place,
               quoted(text) + " are no hours; expected from-until on one day, like 09:00-17:00");
    return std::nullopt;
}

std::optional<int> read_day(const Node& node, Report& report) {
    using namespace std::chrono;
    const std::string text = read_text(&node, "a holiday", report);
    if (text.empty()) return std::nullopt;
    const int number[] = {number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
    const bool has_dashes = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (has_dashes && number[0] >= 0 && number[1] >= 0 && number[2] >= 0) {
        const year_month_day date{year{number[0]}, month{static_cast<unsigned>(number[1])},
                                  day{static_cast<unsigned>(number[2])}};
        if (date.ok()) return static_cast<int>(sys_days{date}.time_since_epoch().count());
    }
    report.add("bad-value", node.place,
               quoted(text) + " is no date; expected year-month-day, like 2026-12-25");
    return std::nullopt;
}

TimeZone read_zone(const Node* node, Report& report) {
    const std::string name = read_one_of(node, "unknown-time-zone", "time zone", time_zone_names(), report);
    return time_zone(name).value_or(TimeZone{});
}

}  // namespace

OpeningHours read_opening(const Node& node, Report& report) {
    std::vector<std::string> keys = weekdays;
    keys.insert(keys.end(), {"time_zone", "holidays"});
    const Fields fields(node, "opening", keys, report);
    OpeningHours hours;
    hours.zone = read_zone(fields.need("time_zone"), report);
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        for (const Node* written : read_list(fields.find(weekdays[day]), weekdays[day], report)) {
            if (const auto span = read_span(*written, report)) hours.week.at(day).push_back(*span);
        }
    }
    for (const Node* written : read_list(fields.find("holidays"), "holidays", report)) {
        if (const auto day = read_day(*written, report)) hours.holidays.push_back(*day);
    }
    return hours;
}

}  // namespace attune::dialogs
