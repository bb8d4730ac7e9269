#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// Numbers below `feature_count` that stand for what a text is made of: its words, pairs and triples of
/// neighbours, pairs with one word between, and pieces of four and five letters, so that an unknown form or a
/// slip of the finger still resembles. Ascending, each once. @param words  normalised; `_` counts for
/// nothing. Pure; O(bytes). Source: the hashing trick (Weinberger et al. 2009) over FNV-1a.
std::vector<std::uint32_t> safety_features(std::string_view words);

inline constexpr std::uint32_t feature_count = 1U << 18U;

}  // namespace attune::nlu
