#pragma once

#include <optional>
#include <string_view>

namespace attune::dialogs {

/// A length of time as authors write it: `30s`, `10m`, `2h`, `3d`, or seconds without a unit. In
/// milliseconds; nothing when it is none, or longer than `longest`. Pure; O(bytes).
std::optional<long long> parse_duration(std::string_view written, long long longest);

}  // namespace attune::dialogs
