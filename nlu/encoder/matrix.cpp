#include "nlu/encoder/matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::nlu {
namespace {

constexpr float weight_steps = 127;
constexpr float input_steps = 8191;  // 2048 inputs × 127 × 8191 stays under 2^31
constexpr std::size_t together = 4;  // rows that share the loading of the weights

static_assert(static_cast<double>(max_inputs) * 127 * 8191 < 2147483648.0);

float largest(const float* numbers, std::size_t count) {
    float most = 0;
    for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::fabs(numbers[i]));
    return most;
}

/// Rows in sixteen bits, made up to a multiple of `together` with rows of zeros.
struct Inputs {
    std::vector<std::int16_t> values;
    std::vector<float> scales;

    explicit Inputs(const Rows& rows) {
        const std::size_t padded = (rows.count + together - 1) / together * together;
        values.resize(padded * rows.width);
        scales.resize(padded);
        for (std::size_t i = 0; i < rows.count; ++i) {
            const float* from = rows.row(i);
            std::int16_t* to = values.data() + i * rows.width;
            const float most = largest(from, rows.width);
            const float factor = most > 0 ? input_steps / most : 0;
            scales[i] = most / input_steps;
            for (std::size_t k = 0; k < rows.width; ++k) {
                const float step = from[k] * factor;
                to[k] = static_cast<std::int16_t>(step + (step < 0 ? -0.5F : 0.5F));
            }
        }
    }
};

using Sums = std::array<std::int32_t, together>;

// The only hot loop of the encoder. Plain code that compilers turn into multiply-and-add of 16-bit numbers.
__attribute__((always_inline)) inline Sums dot(const std::int16_t* weights, const std::int16_t* inputs,
                                               std::size_t width) {
    const std::int16_t* a = inputs;
    const std::int16_t* b = a + width;
    const std::int16_t* c = b + width;
    const std::int16_t* d = c + width;
    std::int32_t sum_a = 0;
    std::int32_t sum_b = 0;
    std::int32_t sum_c = 0;
    std::int32_t sum_d = 0;
    for (std::size_t k = 0; k < width; ++k) {
        sum_a += static_cast<std::int32_t>(weights[k]) * a[k];
        sum_b += static_cast<std::int32_t>(weights[k]) * b[k];
        sum_c += static_cast<std::int32_t>(weights[k]) * c[k];
        sum_d += static_cast<std::int32_t>(weights[k]) * d[k];
    }
    return {sum_a, sum_b, sum_c, sum_d};
}

__attribute__((always_inline)) inline void multiply_all(const Matrix& matrix, const float* bias,
                                                        const Inputs& inputs, Rows& result) {
    std::array<std::int16_t, max_inputs> wide;
    for (std::size_t out = 0; out < matrix.outputs; ++out) {
        const std::int8_t* weights = matrix.values.data() + out * matrix.inputs;
        for (std::size_t k = 0; k < matrix.inputs; ++k) wide[k] = weights[k];
        for (std::size_t first = 0; first < result.count; first += together) {
            const Sums sums = dot(wide.data(), inputs.values.data() + first * matrix.inputs, matrix.inputs);
            for (std::size_t i = 0; i < together && first + i < result.count; ++i) {
                const float scale = matrix.scales[out] * inputs.scales[first + i];
                result.row(first + i)[out] = bias[out] + static_cast<float>(sums[i]) * scale;
            }
        }
    }
}

using Multiply = void(const Matrix&, const float*, const Inputs&, Rows&);

void multiply_narrow(const Matrix& matrix, const float* bias, const Inputs& inputs, Rows& result) {
    multiply_all(matrix, bias, inputs, result);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void multiply_avx2(const Matrix& matrix, const float* bias, const Inputs& inputs,
                                                   Rows& result) {
    multiply_all(matrix, bias, inputs, result);
}

Multiply* widest() {
    return __builtin_cpu_supports("avx2") ? multiply_avx2 : multiply_narrow;
}
#else
Multiply* widest() {
    return multiply_narrow;
}
#endif

}  // namespace

Matrix quantise(const std::vector<float>& weights, std::size_t outputs, std::size_t inputs) {
    Matrix matrix{outputs, inputs, std::vector<float>(outputs), std::vector<std::int8_t>(outputs * inputs)};
    for (std::size_t out = 0; out < outputs; ++out) {
        const float* from = weights.data() + out * inputs;
        const float most = largest(from, inputs);
        matrix.scales[out] = most / weight_steps;
        if (most == 0) continue;
        for (std::size_t k = 0; k < inputs; ++k) {
            matrix.values[out * inputs + k] = static_cast<std::int8_t>(std::lround(from[k] * weight_steps / most));
        }
    }
    return matrix;
}

Rows multiply(const Matrix& matrix, const std::vector<float>& bias, const Rows& rows) {
    static Multiply* const best = widest();
    Rows result(rows.count, matrix.outputs);
    best(matrix, bias.data(), Inputs(rows), result);
    return result;
}

}  // namespace attune::nlu
