#include "nlu/encoder/weights.hpp"

#include <catch2/catch.hpp>

#include "nlu/encoder/bytes.hpp"
#include "tests/unit/nlu/encoder/small_weights.hpp"

using namespace attune::nlu;

TEST_CASE("weights that were written are read back the same", "[nlu][encoder]") {
    const std::string bytes = write_weights(testing::small_weights());
    const auto read = read_weights(bytes);
    REQUIRE(read);
    CHECK(write_weights(*read) == bytes);
    CHECK(read->layers.at(0).around.bias.size() == 16);
    CHECK(read->layers.at(1).around.bias.empty());
}

TEST_CASE("weights that are cut short or changed anywhere are refused", "[nlu][encoder]") {
    const std::string bytes = write_weights(testing::small_weights());
    for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK_FALSE(read_weights(bytes.substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); at += 11) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        CHECK_FALSE(read_weights(changed));
    }
}

TEST_CASE("weights of sizes that do not fit together are refused, though nothing is damaged", "[nlu][encoder]") {
    Weights weights = testing::small_weights();
    SECTION("a bias is too short") { weights.layers[1].widen.bias.pop_back(); }
    SECTION("heads that do not share evenly") { weights.layers[0].heads = 3; }
    SECTION("no head") { weights.layers[0].heads = 0; }
    SECTION("a matrix without its scales") { weights.last.matrix.scales.clear(); }
    SECTION("a piece without an embedding") { weights.pieces.push_back({"more", -1}); }
    SECTION("a layer that is wider than the one before without a way around") { weights.layers[0].around = {}; }
    SECTION("positions for another width") { weights.time_scales.push_back(1); }
    CHECK_FALSE(read_weights(write_weights(weights)));
}
