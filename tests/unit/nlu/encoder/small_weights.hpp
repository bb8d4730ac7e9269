#pragma once

#include "nlu/encoder/weights.hpp"

namespace attune::nlu::testing {

/// Whole, small weights: eight numbers a piece, two layers as the real ones are laid out, values that are all different.
inline Weights small_weights() {
    int made = 0;
    const auto numbers = [&made](std::size_t count) {
        std::vector<float> values(count);
        for (float& value : values) value = static_cast<float>(++made * 37 % 101 - 50) / 60.0F;
        return values;
    };
    const auto dense = [&](std::size_t outputs, std::size_t inputs) {
        return Dense{quantise(numbers(outputs * inputs), outputs, inputs), numbers(outputs)};
    };
    const auto norm = [&](std::size_t width) { return Norm{numbers(width), numbers(width)}; };
    const auto layer = [&](std::size_t in, std::size_t out) {
        const Dense around = in == out ? Dense{} : dense(out, in);
        return Layer{2, norm(in), dense(3 * in, in), dense(out, in), around, norm(out), dense(24, out), dense(out, 24)};
    };
    Weights weights;
    weights.pieces = {{"?", 0}, {"<s>", 0}, {"</s>", 0}, {"1", 0}, {"2", 0}, {"3", 0},
                      {"\u2581", -3}, {"a", -2}, {"b", -2}, {"ab", -3.5F}, {"\u2581a", -4}, {"\u2581ab", -9}};
    weights.embeddings = quantise(numbers(weights.pieces.size() * 8), weights.pieces.size(), 8);
    weights.time_scales = {1, 0.1F, 0.01F, 0.001F};
    weights.layers = {layer(8, 16), layer(16, 16)};
    weights.last = dense(16, 16);
    return weights;
}

}  // namespace attune::nlu::testing
