#include "nlu/encoder/encoder.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "nlu/encoder/smooth.hpp"
#include "tests/unit/nlu/encoder/small_weights.hpp"

using namespace attune::nlu;

namespace {

Encoder small_encoder() {
    return Encoder::read(write_weights(testing::small_weights())).value();
}

}  // namespace

TEST_CASE("a sentence becomes a vector of length one", "[nlu][encoder]") {
    const std::string text = GENERATE("a", "ab ab b a", "never seen", " ");
    CAPTURE(text);
    const std::vector<float> vector = small_encoder().encode(text);
    REQUIRE(vector.size() == small_encoder().width());
    float squares = 0;
    for (const float value : vector) squares += value * value;
    CHECK(squares == Approx(1));
}

TEST_CASE("no text is zeros", "[nlu][encoder]") {
    CHECK(small_encoder().encode("") == std::vector<float>(16));
}

TEST_CASE("the order of the words counts", "[nlu][encoder]") {
    CHECK(small_encoder().encode("a b b") != small_encoder().encode("b b a"));
}

TEST_CASE("other weights have another name", "[nlu][encoder]") {
    Weights weights = testing::small_weights();
    weights.last.bias[0] += 1;
    CHECK(Encoder::read(write_weights(weights)).value().name() != small_encoder().name());
}

TEST_CASE("our exponential and tanh are those of the C library, but for the last digits", "[nlu][encoder]") {
    for (float x = -90; x < 88; x += 0.37F) CHECK(exponential(x) == Approx(std::exp(x)).epsilon(1e-6).margin(1e-37));
    for (float x = -12; x < 12; x += 0.13F) CHECK(tanh_of(x) == Approx(std::tanh(x)).margin(1e-6));
    CHECK(exponential(-1e9F) == 0);
    CHECK(exponential(1e9F) == exponential(88));
}
