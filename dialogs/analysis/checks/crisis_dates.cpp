#include <charconv>
#include <chrono>

#include "dialogs/analysis/checks/checks.hpp"

namespace attune::dialogs {

namespace {

constexpr int oldest_days = 180;

/// Days since 1970 of a `2026-11-24`.
int days_of(std::string_view date) {
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        if (at + size <= date.size()) std::from_chars(date.data() + at, date.data() + at + size, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day day{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                             std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    return day.ok() ? static_cast<int>(sys_days{day}.time_since_epoch().count()) : 0;
}

}  // namespace

void check_crisis_dates(const SourceIndex& index, std::string_view today, Findings& findings) {
    if (today.empty()) return;
    for (const auto& [name, date] : index.checked_on) {
        const int age = days_of(today) - days_of(date);
        if (age <= oldest_days) continue;
        findings.push_back({{"stale-crisis-line", index.place(index.checked, name),
                             "the crisis line '" + name + "' was last checked " + std::to_string(age) +
                                 " days ago; expected at most " + std::to_string(oldest_days),
                             ""},
                            {}});
    }
}

}  // namespace attune::dialogs
