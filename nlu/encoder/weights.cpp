#include "nlu/encoder/weights.hpp"

#include <utility>

#include "nlu/encoder/bytes.hpp"

namespace attune::nlu {
namespace {

constexpr std::string_view magic = "attune encoder 1\n";
constexpr std::size_t max_layers = 12;

void write(ByteWriter& out, const Matrix& matrix) {
    out.number(static_cast<std::uint32_t>(matrix.outputs));
    out.number(static_cast<std::uint32_t>(matrix.inputs));
    out.list(matrix.scales);
    out.list(matrix.values);
}

void write(ByteWriter& out, const Dense& dense) {
    write(out, dense.matrix);
    out.list(dense.bias);
}

void write(ByteWriter& out, const Norm& norm) {
    out.list(norm.scale);
    out.list(norm.bias);
}

void write(ByteWriter& out, const Layer& layer) {
    out.number(static_cast<std::uint32_t>(layer.heads));
    write(out, layer.before_attention);
    write(out, layer.queries_keys_values);
    write(out, layer.attended);
    write(out, layer.around);
    write(out, layer.before_forward);
    write(out, layer.widen);
    write(out, layer.narrow);
}

/// Reads the parts and notes whether they fit together.
class WeightsReader {
public:
    explicit WeightsReader(std::string_view bytes) : in_(bytes) {}

    Weights read() {
        Weights weights;
        weights.pieces.resize(need(in_.number<std::uint32_t>(), 1 << 20));
        for (Piece& piece : weights.pieces) {
            piece.text = in_.text();
            piece.score = in_.number<float>();
        }
        weights.embeddings = matrix();
        need(weights.embeddings.outputs >= weights.pieces.size());
        std::size_t width = weights.embeddings.inputs;
        weights.time_scales = in_.list<float>();
        need(weights.time_scales.size() * 2 == width);
        weights.layers.resize(need(in_.number<std::uint32_t>(), max_layers));
        for (Layer& each : weights.layers) {
            each = layer(width);
            width = each.attended.bias.size();
        }
        weights.last = dense(width);
        return weights;
    }

    bool sound() const { return fits_ && in_.at_end(); }

private:
    void need(bool fits) { fits_ = fits_ && fits; }
    std::size_t need(std::size_t count, std::size_t most) {
        need(count <= most && in_.good());
        return fits_ ? count : 0;
    }

    Matrix matrix() {
        Matrix read;
        read.outputs = need(in_.number<std::uint32_t>(), 1 << 20);
        read.inputs = need(in_.number<std::uint32_t>(), max_inputs);
        read.scales = in_.list<float>();
        read.values = in_.list<std::int8_t>();
        need(read.scales.size() == read.outputs && read.values.size() == read.outputs * read.inputs);
        return read;
    }
    Dense dense(std::size_t inputs) {
        Dense read;
        read.matrix = matrix();
        read.bias = in_.list<float>();
        need(read.matrix.inputs == inputs && read.bias.size() == read.matrix.outputs);
        return read;
    }
    Norm norm(std::size_t width) {
        Norm read;
        read.scale = in_.list<float>();
        read.bias = in_.list<float>();
        need(read.scale.size() == width && read.bias.size() == width);
        return read;
    }
    Layer layer(std::size_t width) {
        Layer read;
        read.heads = need(in_.number<std::uint32_t>(), 64);
        need(read.heads > 0 && width % (read.heads > 0 ? read.heads : 1) == 0);
        read.before_attention = norm(width);
        read.queries_keys_values = dense(width);
        need(read.queries_keys_values.bias.size() == 3 * width);
        read.attended = dense(width);
        const std::size_t out = read.attended.bias.size();
        read.around.matrix = matrix();
        read.around.bias = in_.list<float>();
        const bool is_plain = read.around.bias.empty() && read.around.matrix.outputs == 0 && out == width;
        need(is_plain || (read.around.matrix.inputs == width && read.around.matrix.outputs == out &&
                          read.around.bias.size() == out));
        read.before_forward = norm(out);
        read.widen = dense(out);
        read.narrow = dense(read.widen.bias.size());
        need(read.narrow.bias.size() == out);
        return read;
    }

    ByteReader in_;
    bool fits_ = true;
};

}  // namespace

Result<Weights> read_weights(std::string_view bytes) {
    constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + checksum_bytes) {
        return failure(Errc::invalid_input, "these are no weights of an encoder");
    }
    const std::string_view content = bytes.substr(0, bytes.size() - checksum_bytes);
    if (ByteReader(bytes.substr(content.size())).number<std::uint64_t>() != checksum(content)) {
        return failure(Errc::invalid_input, "the encoder's weights are damaged");
    }
    WeightsReader reader(content.substr(magic.size()));
    Weights weights = reader.read();
    if (!reader.sound()) return failure(Errc::invalid_input, "the encoder's weights do not fit together");
    return weights;
}

std::string write_weights(const Weights& weights) {
    ByteWriter out;
    out.bytes() = magic;
    out.number(static_cast<std::uint32_t>(weights.pieces.size()));
    for (const Piece& piece : weights.pieces) {
        out.text(piece.text);
        out.number(piece.score);
    }
    write(out, weights.embeddings);
    out.list(weights.time_scales);
    out.number(static_cast<std::uint32_t>(weights.layers.size()));
    for (const Layer& layer : weights.layers) write(out, layer);
    write(out, weights.last);
    out.number(checksum(out.bytes()));
    return std::move(out.bytes());
}

}  // namespace attune::nlu
