#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// The words of normalised text. The views live as long as `words`. Pure; O(bytes).
std::vector<std::string_view> split_words(std::string_view words);

/// The normalised text of these words: `" a b "`. Pure; O(bytes).
std::string join_words(const std::vector<std::string_view>& words);

}  // namespace attune::nlu
