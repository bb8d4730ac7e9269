#include "dialogs/analysis/stale_lines.hpp"

#include <charconv>
#include <optional>

namespace attune::dialogs {

namespace {

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t digits) {
    if (text.size() < at + digits) return std::nullopt;
    const char* const from = text.data() + at;
    int number = 0;
    const auto [end, error] = std::from_chars(from, from + digits, number);
    if (error != std::errc{} || end != from + digits) return std::nullopt;
    return number;
}

/// Days since 1970-01-01.
std::optional<int> day_of(std::string_view date) {
    const auto year = number_in(date, 0, 4);
    const auto month = number_in(date, 5, 2);
    const auto day = number_in(date, 8, 2);
    if (!year || !month || !day || date.size() != 10) return std::nullopt;
    const int y = *month <= 2 ? *year - 1 : *year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (*month > 2 ? *month - 3 : *month + 9) + 2) / 5 + *day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

}  // namespace

std::vector<StaleLine> stale_lines(const Script& script, std::string_view today, int most_days) {
    std::vector<StaleLine> stale;
    const auto now = day_of(today);
    if (!now) return stale;
    for (const auto& [country, card] : script.cards) {
        for (const CrisisLine& line : card.lines) {
            const auto checked = day_of(line.checked);
            if (!checked) continue;
            const int days = *now - *checked;
            if (days < 0 || days > most_days) stale.push_back({country, line.id, line.checked, days});
        }
    }
    return stale;
}

}  // namespace attune::dialogs
