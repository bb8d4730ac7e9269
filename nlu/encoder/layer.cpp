#include "nlu/encoder/layer.hpp"

#include <algorithm>
#include <cmath>

#include "nlu/encoder/smooth.hpp"

namespace attune::nlu {
namespace {

Rows apply(const Dense& dense, const Rows& rows) {
    return multiply(dense.matrix, dense.bias, rows);
}

float dot(const float* a, const float* b, std::size_t width) {
    float sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += a[k] * b[k];
    return sum;
}

/// One head: its columns of queries, keys and values begin at `first` of their thirds.
void attend_with_head(const Rows& qkv, std::size_t first, std::size_t width, Rows& result) {
    const std::size_t third = qkv.width / 3;
    const float scale = 1 / std::sqrt(static_cast<float>(width));
    std::vector<float> weights(qkv.count);
    for (std::size_t i = 0; i < qkv.count; ++i) {
        const float* query = qkv.row(i) + first;
        for (std::size_t j = 0; j < qkv.count; ++j) {
            weights[j] = dot(query, qkv.row(j) + third + first, width) * scale;
        }
        softmax(weights.data(), weights.size());
        float* to = result.row(i) + first;
        for (std::size_t j = 0; j < qkv.count; ++j) {
            const float* value = qkv.row(j) + 2 * third + first;
            for (std::size_t k = 0; k < width; ++k) to[k] += weights[j] * value[k];
        }
    }
}

Rows attend(const Layer& layer, const Rows& rows) {
    const Rows qkv = apply(layer.queries_keys_values, layer_norm(rows, layer.before_attention));
    Rows result(rows.count, rows.width);
    const std::size_t width = rows.width / layer.heads;
    for (std::size_t head = 0; head < layer.heads; ++head) attend_with_head(qkv, head * width, width, result);
    return apply(layer.attended, result);
}

void add(Rows& to, const Rows& rows) {
    for (std::size_t i = 0; i < to.values.size(); ++i) to.values[i] += rows.values[i];
}

}  // namespace

Rows pass(const Layer& layer, const Rows& rows) {
    Rows sum = attend(layer, rows);
    add(sum, layer.around.bias.empty() ? rows : apply(layer.around, rows));
    Rows wide = apply(layer.widen, layer_norm(sum, layer.before_forward));
    for (float& value : wide.values) value = std::max(value, 0.0F);
    add(sum, apply(layer.narrow, wide));
    return sum;
}

}  // namespace attune::nlu
