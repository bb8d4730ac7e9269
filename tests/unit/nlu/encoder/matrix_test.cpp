#include "nlu/encoder/matrix.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace attune::nlu;

namespace {

std::vector<float> waves(std::size_t count, float step) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = std::sin(static_cast<float>(i) * step) * 3;
    return values;
}

}  // namespace

TEST_CASE("a product in eight bits is near the one of floats, for any number of rows", "[nlu][encoder]") {
    const std::size_t count = GENERATE(1U, 3U, 4U, 5U, 128U);
    constexpr std::size_t outputs = 7;
    constexpr std::size_t inputs = 96;
    const std::vector<float> weights = waves(outputs * inputs, 0.37F);
    const std::vector<float> bias = waves(outputs, 1);
    Rows rows(count, inputs);
    rows.values = waves(count * inputs, 0.61F);
    const Rows product = multiply(quantise(weights, outputs, inputs), bias, rows);
    REQUIRE(product.count == count);
    REQUIRE(product.width == outputs);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t out = 0; out < outputs; ++out) {
            double exact = bias[out];
            for (std::size_t k = 0; k < inputs; ++k) {
                exact += static_cast<double>(weights[out * inputs + k]) * rows.row(i)[k];
            }
            CHECK(product.row(i)[out] == Approx(exact).margin(1.0));  // of sums up to ±800
        }
    }
}

TEST_CASE("the largest numbers that are possible do not overflow", "[nlu][encoder]") {
    Rows rows(1, max_inputs);
    rows.values.assign(max_inputs, 1e6F);
    const Matrix matrix = quantise(std::vector<float>(max_inputs, 2), 1, max_inputs);
    CHECK(multiply(matrix, {0}, rows).values[0] == Approx(2e6 * max_inputs));
}

TEST_CASE("rows and weights of zeros give the bias", "[nlu][encoder]") {
    const Rows rows(2, 4);
    const Rows product = multiply(quantise(std::vector<float>(8), 2, 4), {0.5F, -1}, rows);
    CHECK(product.values == std::vector<float>{0.5F, -1, 0.5F, -1});
}
