#include "dialogs/script/opening_hours.hpp"

#include <algorithm>
#include <chrono>

namespace attune::dialogs {

std::string_view OpeningHours::at(long long time) const {
    using namespace std::chrono;
    const minutes there{minutes_there(zone, time)};
    const days day = floor<days>(there);
    if (std::find(holidays.begin(), holidays.end(), day.count()) != holidays.end()) return "holiday";
    const auto minute = static_cast<int>((there - day).count());
    const auto& spans = week.at(weekday{sys_days{day}}.iso_encoding() - 1);
    const auto holds = [&](const Span& span) { return span.from <= minute && minute < span.until; };
    return std::any_of(spans.begin(), spans.end(), holds) ? "open" : "closed";
}

}  // namespace attune::dialogs
