#include "nlu/encoder/smooth.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace attune::nlu {
namespace {

constexpr float epsilon = 1e-6F;

/// 2 to the power of `n`. @pre -126 ≤ n ≤ 127.
float power_of_two(int n) {
    const auto bits = static_cast<std::uint32_t>(n + 127) << 23U;
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

}  // namespace

float exponential(float x) {
    if (!(x > -87)) return 0;
    x = std::min(x, 88.0F);
    const float n = std::floor(x * 1.44269504F + 0.5F);
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    const float series =
        1 + r * (1 + r * (0.5F + r * (0.166666667F + r * (0.0416666667F + r * (0.00833333333F + r * 0.00138888889F)))));
    return series * power_of_two(std::min(static_cast<int>(n), 127));
}

float tanh_of(float x) {
    const float shrunk = exponential(-2 * std::fabs(x));
    const float value = (1 - shrunk) / (1 + shrunk);
    return x < 0 ? -value : value;
}

void softmax(float* values, std::size_t count) {
    if (count == 0) return;
    const float most = *std::max_element(values, values + count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += values[i] = exponential(values[i] - most);
    for (std::size_t i = 0; i < count; ++i) values[i] /= sum;
}

Rows layer_norm(const Rows& rows, const Norm& norm) {
    Rows result(rows.count, rows.width);
    const auto width = static_cast<float>(rows.width);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const float* from = rows.row(i);
        float mean = 0;
        for (std::size_t k = 0; k < rows.width; ++k) mean += from[k];
        mean /= width;
        float variance = 0;
        for (std::size_t k = 0; k < rows.width; ++k) variance += (from[k] - mean) * (from[k] - mean);
        const float factor = 1 / std::sqrt(variance / width + epsilon);
        float* to = result.row(i);
        for (std::size_t k = 0; k < rows.width; ++k) to[k] = (from[k] - mean) * factor * norm.scale[k] + norm.bias[k];
    }
    return result;
}

}  // namespace attune::nlu
