#pragma once

#include <optional>
#include <string_view>

#include "dialogs/engine/state.hpp"

namespace attune::dialogs {

/// The longest wait that may be asked for: ten years.
inline constexpr Time max_wait = Time{10} * 365 * 24 * 3600 * 1000;

/// Milliseconds for a wait as people write it: `30s`, `10m`, `2h`, `3d`, or a whole number of seconds.
/// Nothing when it is not that, or over `max_wait`. Pure.
std::optional<Time> parse_wait(std::string_view written);

}  // namespace attune::dialogs
