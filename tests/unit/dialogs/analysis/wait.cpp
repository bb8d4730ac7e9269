#include "dialogs/analysis/wait.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;

TEST_CASE("a wait is a number with a unit, or of seconds", "[analysis]") {
    const auto [written, length] = GENERATE(table<std::string, Time>({
        {"0", 0},
        {"90", 90'000},
        {"30s", 30'000},
        {"10m", 600'000},
        {"2h", 7'200'000},
        {"3d", 259'200'000},
        {"3650d", max_wait},
    }));
    CAPTURE(written);
    REQUIRE(parse_wait(written) == length);
}

TEST_CASE("what is no wait, or too long a one, is refused", "[analysis]") {
    const auto* written = GENERATE("", "m", "-1", "1.5h", "10 m", "10min", "1w", "3651d", "99999999999999999999");
    CAPTURE(written);
    REQUIRE_FALSE(parse_wait(written));
}
