#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::nlu {

/// Rows of floats behind each other: one row a piece of the text.
struct Rows {
    std::size_t count = 0;
    std::size_t width = 0;
    std::vector<float> values;

    Rows() = default;
    Rows(std::size_t rows, std::size_t columns) : count(rows), width(columns), values(rows * columns) {}
    float* row(std::size_t i) { return values.data() + i * width; }
    const float* row(std::size_t i) const { return values.data() + i * width; }
};

/// Weights in eight bits: what `values` holds times the scale of its row. One row an output.
struct Matrix {
    std::size_t outputs = 0;
    std::size_t inputs = 0;
    std::vector<float> scales;
    std::vector<std::int8_t> values;
};

/// Most inputs a matrix may have: beyond it the sums would not fit in 32 bits.
inline constexpr std::size_t max_inputs = 2048;

/// Rounds to eight bits, row by row. `weights`: outputs × inputs.
Matrix quantise(const std::vector<float>& weights, std::size_t outputs, std::size_t inputs);

/// `bias + matrix × row` for every row. The sums are of whole numbers, so the result is the same, bit by bit, on
/// every processor, with wide instructions (AVX2, found at run time) or without.
/// @pre rows.width == matrix.inputs ≤ max_inputs; bias has matrix.outputs numbers.
Rows multiply(const Matrix& matrix, const std::vector<float>& bias, const Rows& rows);

}  // namespace attune::nlu
