#include "nlu/safety/spelling.hpp"

#include <catch2/catch.hpp>

using namespace attune::nlu;

TEST_CASE("slips are mended in the words of danger only", "[nlu][safety]") {
    const SafetySpelling spelling({"suicide", "myself"}, {{"kil", "kill"}});
    REQUIRE(spelling.mended(" kil mysef ") == " kill myself ");
    REQUIRE(spelling.mended(" thinking of suiside ") == " thinking of suicide ");
    REQUIRE_FALSE(spelling.mended(" kill myself ").has_value());
    REQUIRE_FALSE(spelling.mended(" i skil ski ").has_value());
    REQUIRE_FALSE(spelling.mended(" ").has_value());
}
