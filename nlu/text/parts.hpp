#pragma once

#include <string_view>
#include <vector>

namespace attune::nlu {

/// The parts of a message that may each want something: its sentences, and what "and also" or "also" adds. One part
/// where there is nothing to divide; none where there would be more than `max_parts`, as then a story is told.
/// Parts are views into `text`. Pure; O(bytes).
std::vector<std::string_view> parts_of(std::string_view text);

inline constexpr std::size_t max_parts = 3;

}  // namespace attune::nlu
