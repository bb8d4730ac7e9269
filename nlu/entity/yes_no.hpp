#pragma once

#include <optional>
#include <string_view>

namespace attune::nlu {

enum class YesNo { yes, no, unsure };
std::string_view name_of(YesNo answer);

/// Whether a whole message says yes, no, or neither for sure, in one of its many forms: "sure why not", "nah", "idk",
/// "kinda", "not really". Nothing where it says more than that, or something else.
/// @param words  normalised. Pure; O(words).
std::optional<YesNo> yes_or_no(std::string_view words);

}  // namespace attune::nlu
