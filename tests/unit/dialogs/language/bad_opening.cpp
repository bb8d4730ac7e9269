#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using namespace attune::dialogs::test;

TEST_CASE("hours, holidays and time zones that make no sense are named at their place", "[language][opening]") {
    const auto slip = [](const std::string& opening, const std::string& problem) {
        check_slips({{"clinic.yaml", "country: US", "country: US\nopening: " + opening, {problem}}});
    };
    slip("{time_zone: UTC, monday: [\"9-17\"]}",
         "clinic.yaml:3:36: '9-17' are no hours; expected from-until on one day, like 09:00-17:00 [bad-value]");
    slip("{time_zone: UTC, monday: [\"17:00-09:00\"]}",
         "clinic.yaml:3:36: '17:00-09:00' are no hours; expected from-until on one day, like 09:00-17:00 [bad-value]");
    slip("{time_zone: UTC, holidays: [2026-02-30]}",
         "clinic.yaml:3:38: '2026-02-30' is no date; expected year-month-day, like 2026-12-25 [bad-value]");
}

TEST_CASE("an empty fact is said as clinic.yaml tells", "[language][opening]") {
    const auto with = [](const std::string& unset) {
        BotFiles files = tiny_bot_with("clinic.yaml", "country: US", "country: US" + unset);
        return files;
    };
    REQUIRE(problems(with("\nunset: \"please ask\"")).empty());
    REQUIRE(load(with("\nopening: {time_zone: UTC, monday: [\"00:00-24:00\"]}")).value()->opening->week[0].size() == 1);
}
