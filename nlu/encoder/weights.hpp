#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/matrix.hpp"
#include "nlu/encoder/pieces.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// A matrix with what is added to its product.
struct Dense {
    Matrix matrix;
    std::vector<float> bias;
};

/// Scale and bias of a layer norm.
struct Norm {
    std::vector<float> scale;
    std::vector<float> bias;
};

/// One layer of the transformer.
struct Layer {
    std::size_t heads = 4;
    Norm before_attention;
    Dense queries_keys_values;
    Dense attended;
    Dense around;  ///< for the way around the attention; empty: as it is
    Norm before_forward;
    Dense widen;
    Dense narrow;
};

/// Everything the encoder was taught.
struct Weights {
    std::vector<Piece> pieces;
    Matrix embeddings;  ///< one row a piece
    std::vector<float> time_scales;
    std::vector<Layer> layers;
    Dense last;
};

/// Reads the compact form that `write_weights` writes. Errors: `invalid_input` (not that form, cut short, changed, or
/// of sizes that do not fit together). Never reads beyond `bytes`, whatever they hold. O(bytes).
Result<Weights> read_weights(std::string_view bytes);

/// Little-endian numbers, each list behind its length, matrices in eight bits; a checksum at the end.
std::string write_weights(const Weights& weights);

}  // namespace attune::nlu
