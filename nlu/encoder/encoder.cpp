#include "nlu/encoder/encoder.hpp"

#include <cmath>
#include <utility>

#include "nlu/encoder/bytes.hpp"
#include "nlu/encoder/layer.hpp"
#include "nlu/encoder/smooth.hpp"
#include "nlu/encoder/weights.hpp"

namespace attune::nlu {
namespace {

/// Where in the text a piece stands, as waves. In doubles, as the last bit of a sine differs from library to library.
std::vector<float> timing(const std::vector<float>& time_scales) {
    std::vector<float> waves;
    for (std::size_t position = 0; position < max_pieces; ++position) {
        const auto at = static_cast<double>(position);
        for (const float scale : time_scales) waves.push_back(static_cast<float>(std::sin(at * scale)));
        for (const float scale : time_scales) waves.push_back(static_cast<float>(std::cos(at * scale)));
    }
    return waves;
}

Rows mean_of(const Rows& rows) {
    Rows mean(1, rows.width);
    for (std::size_t i = 0; i < rows.count; ++i) {
        for (std::size_t k = 0; k < rows.width; ++k) mean.values[k] += rows.row(i)[k];
    }
    for (float& value : mean.values) value /= static_cast<float>(rows.count);
    return mean;
}

void make_length_one(std::vector<float>& vector) {
    float squares = 0;
    for (const float value : vector) squares += value * value;
    if (squares == 0) return;
    const float length = std::sqrt(squares);
    for (float& value : vector) value /= length;
}

}  // namespace

struct Encoder::Impl {
    Weights weights;
    Pieces pieces;
    std::vector<float> waves;
    std::uint64_t name = 0;

    /// The first layer is given the embedding twice and the position once, as the model was trained.
    Rows embed(const std::vector<std::uint32_t>& ids) const {
        const Matrix& embeddings = weights.embeddings;
        Rows rows(ids.size(), embeddings.inputs);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::int8_t* from = embeddings.values.data() + ids[i] * embeddings.inputs;
            const float* wave = waves.data() + i * embeddings.inputs;
            const float scale = 2 * embeddings.scales[ids[i]];
            for (std::size_t k = 0; k < rows.width; ++k) {
                rows.row(i)[k] = static_cast<float>(from[k]) * scale + wave[k];
            }
        }
        return rows;
    }
};

Result<Encoder> Encoder::read(std::string_view bytes) {
    auto weights = read_weights(bytes);
    if (!weights) return tl::unexpected<Error>(std::move(weights.error()));
    auto impl = std::make_shared<Impl>();
    impl->pieces = Pieces(std::move(weights->pieces));
    impl->waves = timing(weights->time_scales);
    impl->weights = std::move(*weights);
    impl->name = ByteReader(bytes.substr(bytes.size() - sizeof impl->name)).number<std::uint64_t>();  // the checksum
    return Encoder(std::move(impl));
}

std::vector<float> Encoder::encode(std::string_view text) const {
    const std::vector<std::uint32_t> ids = impl_->pieces.cut(text);
    if (ids.empty()) return std::vector<float>(width());
    Rows rows = impl_->embed(ids);
    for (const Layer& layer : impl_->weights.layers) rows = pass(layer, rows);
    std::vector<float> vector = multiply(impl_->weights.last.matrix, impl_->weights.last.bias, mean_of(rows)).values;
    for (float& value : vector) value = tanh_of(value);
    make_length_one(vector);
    return vector;
}

std::size_t Encoder::width() const {
    return impl_->weights.last.bias.size();
}

std::uint64_t Encoder::name() const {
    return impl_->name;
}

}  // namespace attune::nlu
