#include "nlu/safety/spelling.hpp"

#include <catch2/catch.hpp>

using namespace attune::nlu;

TEST_CASE("one slip of the finger is told from two", "[nlu][safety]") {
    REQUIRE(is_one_slip_apart("suicide", "suicide"));
    REQUIRE(is_one_slip_apart("sucide", "suicide"));    // missing
    REQUIRE(is_one_slip_apart("suiicide", "suicide"));  // too many
    REQUIRE(is_one_slip_apart("suiside", "suicide"));   // wrong
    REQUIRE(is_one_slip_apart("suicdie", "suicide"));   // swapped
    REQUIRE_FALSE(is_one_slip_apart("sucid", "suicide"));
    REQUIRE_FALSE(is_one_slip_apart("himself", "myself"));
}

TEST_CASE("slips are mended in the words of danger only", "[nlu][safety]") {
    const SafetySpelling spelling({"suicide", "myself"}, {{"kil", "kill"}});
    REQUIRE(spelling.mended(" kil mysef ") == " kill myself ");
    REQUIRE(spelling.mended(" thinking of suiside ") == " thinking of suicide ");
    REQUIRE_FALSE(spelling.mended(" kill myself ").has_value());
    REQUIRE_FALSE(spelling.mended(" i skil ski ").has_value());
    REQUIRE_FALSE(spelling.mended(" ").has_value());
}
