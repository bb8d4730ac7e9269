#include "nlu/text/slip.hpp"

#include <catch2/catch.hpp>

using namespace attune::nlu;

TEST_CASE("one slip of the finger is told from two", "[nlu][slip]") {
    REQUIRE(is_one_slip_apart("suicide", "suicide"));
    REQUIRE(is_one_slip_apart("sucide", "suicide"));    // missing
    REQUIRE(is_one_slip_apart("suiicide", "suicide"));  // too many
    REQUIRE(is_one_slip_apart("suiside", "suicide"));   // wrong
    REQUIRE(is_one_slip_apart("suicdie", "suicide"));   // swapped
    REQUIRE_FALSE(is_one_slip_apart("sucid", "suicide"));
    REQUIRE_FALSE(is_one_slip_apart("himself", "myself"));
}
