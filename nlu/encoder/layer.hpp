#pragma once

#include "nlu/encoder/weights.hpp"

namespace attune::nlu {

/// Passes the pieces of a text through one layer: each looks at all others, then is thought over by itself.
/// Pure; O(pieces × weights + pieces²).
/// Source: Vaswani et al., "Attention Is All You Need" (2017), with the layer norms in front.
Rows pass(const Layer& layer, const Rows& rows);

}  // namespace attune::nlu
