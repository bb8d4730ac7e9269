#include "dialogs/script/opening_hours.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;

namespace {

constexpr long long minute = 60'000;
constexpr long long hour = 60 * minute;
constexpr long long day = 24 * hour;
constexpr long long jan_2026 = 20'454 * day;   // Thursday 2026-01-01 00:00 UTC
constexpr long long july_2026 = 20'635 * day;  // Wednesday 2026-07-01 00:00 UTC

long long ahead(std::string_view zone, long long time) {
    return minutes_there(time_zone(zone).value(), time) - time / minute;
}

}  // namespace

TEST_CASE("clocks go forward and back on the days and at the minute of each zone", "[script][time zone]") {
    CHECK(ahead("America/New_York", jan_2026) == -300);
    CHECK(ahead("America/New_York", july_2026) == -240);
    CHECK(ahead("America/Phoenix", july_2026) == -420);
    CHECK(ahead("Europe/London", july_2026) == 60);
    CHECK(ahead("Europe/Madrid", jan_2026) == 60);
    CHECK(ahead("Australia/Sydney", jan_2026) == 660);
    CHECK(ahead("Australia/Sydney", july_2026) == 600);
    CHECK(ahead("Pacific/Auckland", jan_2026) == 780);
    const long long march_8 = jan_2026 + 66 * day;  // the second Sunday of March 2026
    CHECK(ahead("America/New_York", march_8 + 7 * hour - minute) == -300);
    CHECK(ahead("America/New_York", march_8 + 7 * hour) == -240);
    const long long november_1 = jan_2026 + 304 * day;  // the first Sunday of November 2026
    CHECK(ahead("America/New_York", november_1 + 6 * hour - minute) == -240);
    CHECK(ahead("America/New_York", november_1 + 6 * hour) == -300);
    CHECK(ahead("America/New_York", -minute) == -300);
    CHECK_FALSE(time_zone("Mars/Olympus").has_value());
    for (const std::string& name : time_zone_names()) CHECK(time_zone(name).has_value());
}

TEST_CASE("a clinic is open within its hours, by its own clocks, and never on a holiday", "[script][opening]") {
    OpeningHours hours;
    hours.zone = time_zone("America/New_York").value();
    hours.week[3] = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};  // Thursdays
    hours.holidays = {20'461};                                // the second Thursday of 2026
    const long long thursday = jan_2026 + 5 * hour;           // midnight in New York
    CHECK(hours.at(thursday + 9 * hour - 1) == "closed");
    CHECK(hours.at(thursday + 9 * hour) == "open");
    CHECK(hours.at(thursday + 12 * hour) == "closed");
    CHECK(hours.at(thursday + 13 * hour) == "open");
    CHECK(hours.at(thursday + 17 * hour) == "closed");
    CHECK(hours.at(thursday + day + 10 * hour) == "closed");
    CHECK(hours.at(thursday + 7 * day + 10 * hour) == "holiday");
    CHECK(hours.at(thursday + 14 * day + 10 * hour) == "open");
}

TEST_CASE("every turn finds in clinic_now whether the clinic is open", "[engine][opening]") {
    Script script = *test::small_bot();
    OpeningHours hours;
    hours.zone = time_zone("UTC").value();
    hours.week[3] = {{9 * 60, 17 * 60}};
    script.opening = hours;
    script.index();
    const auto in_slot = [&](long long time) {
        const Turn first = turn(script, new_conversation(script, time), Opened{}, time);
        return first.state.now.slots.at("clinic_now");
    };
    CHECK(in_slot(jan_2026 + 10 * hour) == std::vector<std::string>{"open"});
    CHECK(in_slot(jan_2026 + 20 * hour) == std::vector<std::string>{"closed"});
    const Turn without = turn(*test::small_bot(), new_conversation(*test::small_bot(), 0), Opened{}, 0);
    CHECK(without.state.now.slots.count("clinic_now") == 0);
}
