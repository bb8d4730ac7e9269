#include "nlu/entity/days.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "nlu/entity/numbers.hpp"

namespace attune::nlu {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};

std::string_view word_at(const Words& words, std::size_t at) {
    return at < words.size() ? words[at] : std::string_view();
}

template <std::size_t count>
std::optional<int> place_in(const std::array<std::string_view, count>& names, std::string_view word) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
}

/// Days of "day", "weeks", …; 0 when it is no such word.
long long days_of_unit(std::string_view word) {
    if (word == "day" || word == "days") return 1;
    if (word == "week" || word == "weeks") return 7;
    if (word == "fortnight") return 14;
    if (word == "month" || word == "months") return 30;
    if (word == "year" || word == "years") return 365;
    return 0;
}

std::optional<Day> date(std::optional<long long> year, std::optional<long long> month, std::optional<long long> day) {
    if (!year || !month || !day || *year < 1000 || *year > 9999 || *month < 1 || *day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return Day{Day::Kind::date, std::chrono::sys_days(date).time_since_epoch().count(), 3};
}

/// "25", "25th".
std::optional<long long> day_of_month(std::string_view word) {
    const bool is_ordinal = word.size() > 2 && (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") ||
                                                word.ends_with("th"));
    return digits_of(is_ordinal ? word.substr(0, word.size() - 2) : word);
}

std::optional<long long> month_number(std::string_view word) {
    const auto place = place_in(months, word);
    return place ? std::optional<long long>(*place + 1) : std::nullopt;
}

std::optional<Day> date_at(const Words& words, std::size_t at) {
    const std::string_view a = words[at];
    const std::string_view b = word_at(words, at + 1);
    const std::string_view c = word_at(words, at + 2);
    if (a.size() == 4) return date(digits_of(a), digits_of(b), digits_of(c));
    if (const auto month = month_number(a)) return date(digits_of(c), month, day_of_month(b));
    return date(digits_of(c), month_number(b), day_of_month(a));
}

std::optional<Day> named_at(const Words& words, std::size_t at) {
    if (words[at] == "today" || words[at] == "tonight") return Day{};
    if (words[at] == "tomorrow") return Day{Day::Kind::from_today, 1, 1};
    if (words[at] == "yesterday") return Day{Day::Kind::from_today, -1, 1};
    const bool is_day = words[at] == "day";
    if (is_day && word_at(words, at + 1) == "after" && word_at(words, at + 2) == "tomorrow") {
        return Day{Day::Kind::from_today, 2, 3};
    }
    if (is_day && word_at(words, at + 1) == "before" && word_at(words, at + 2) == "yesterday") {
        return Day{Day::Kind::from_today, -2, 3};
    }
    return std::nullopt;
}

std::optional<Day> weekday_at(const Words& words, std::size_t at) {
    const bool is_last = words[at] == "last";
    const std::size_t before = is_last || words[at] == "next" || words[at] == "this" ? 1 : 0;
    const auto place = place_in(weekdays, word_at(words, at + before));
    if (!place) return std::nullopt;
    return Day{is_last ? Day::Kind::last_weekday : Day::Kind::weekday, *place, before + 1};
}

/// "next week", "in two months", "a year ago".
std::optional<Day> distance_at(const Words& words, std::size_t at) {
    const long long unit_behind = days_of_unit(word_at(words, at + 1));
    if (words[at] == "next" && unit_behind != 0) return Day{Day::Kind::from_today, unit_behind, 2};
    if (words[at] == "last" && unit_behind != 0) return Day{Day::Kind::from_today, -unit_behind, 2};
    std::optional<Number> count = number_at(words, at);
    if (!count && (words[at] == "a" || words[at] == "an")) count = Number{1, 1};
    if (!count) return std::nullopt;
    const long long unit = days_of_unit(word_at(words, at + count->words));
    if (unit == 0) return std::nullopt;
    const bool is_past = word_at(words, at + count->words + 1) == "ago";
    return Day{Day::Kind::from_today, (is_past ? -1 : 1) * count->value * unit, count->words + (is_past ? 2U : 1U)};
}

}  // namespace

std::optional<Day> day_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return std::nullopt;
    for (const auto read : {&named_at, &weekday_at, &date_at, &distance_at}) {
        if (auto day = (*read)(words, at)) return day;
    }
    return std::nullopt;
}

long long days_until(const Day& day, long long today) {
    constexpr int week = 7;
    constexpr int first_weekday = 4;  // 1970-01-01 was a Thursday
    if (day.kind == Day::Kind::from_today) return day.number;
    if (day.kind == Day::Kind::date) return day.number - today;
    const long long now = ((today + first_weekday) % week + week) % week;
    const long long ahead = (day.number - now + week) % week;
    if (day.kind == Day::Kind::last_weekday) return ahead - week;
    return ahead;
}

std::string text_of(const Day& day) {
    switch (day.kind) {
        case Day::Kind::from_today:
            return (day.number < 0 ? "today" : "today+") + std::to_string(day.number);
        case Day::Kind::weekday:
            return std::string(weekdays.at(static_cast<std::size_t>(day.number)));
        case Day::Kind::last_weekday:
            return "last " + std::string(weekdays.at(static_cast<std::size_t>(day.number)));
        case Day::Kind::date:
            break;
    }
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day.number))};
    const auto padded = [](unsigned value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
    return std::to_string(static_cast<int>(date.year())) + padded(static_cast<unsigned>(date.month())) +
           padded(static_cast<unsigned>(date.day()));
}

}  // namespace attune::nlu
