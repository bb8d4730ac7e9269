#include "dialogs/analysis/instant.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;

TEST_CASE("a moment is a day, or a day and a time in UTC", "[analysis]") {
    const auto [written, moment] = GENERATE(table<std::string, Time>({
        {"1970-01-01", 0},
        {"1970-01-01T00:00:01Z", 1000},
        {"2000-02-29", 951'782'400'000},
        {"2026-01-05T10:00:00Z", 1'767'607'200'000},
        {"2026-12-31T23:59:59Z", 1'798'761'599'000},
    }));
    CAPTURE(written);
    REQUIRE(parse_instant(written) == moment);
}

TEST_CASE("what is no moment is refused", "[analysis]") {
    const auto* written =
        GENERATE("", "now", "2026-13-01", "2026-02-29", "2026-00-10", "2026-1-05", "1969-12-31",
                 "2026-01-05T10:00:00", "2026-01-05T24:00:00Z", "2026-01-05T10:60:00Z",
                 "2026-01-05T10:00:00Zz", "2026-01-05 10:00:00Z", "-026-01-05");
    CAPTURE(written);
    REQUIRE_FALSE(parse_instant(written));
}
