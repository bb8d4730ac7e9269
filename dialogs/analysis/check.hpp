#pragma once

#include "dialogs/analysis/checks/channel_profile.hpp"
#include "dialogs/analysis/explore/guarantees.hpp"

namespace attune::dialogs {

struct CheckOptions {
    GuaranteeOptions guarantees;
    std::vector<ChannelProfile> channels;
    std::string today;  ///< `2026-11-24`; empty: dates are not looked at
};

struct CheckReport {
    Findings findings;  ///< by place
    ExploreCount count;
};

/// Everything that can be said about a bot that loads. `script` was loaded from `files`. Pure; O(states ×
/// inputs).
CheckReport check(const BotFiles& files, const Script& script, const CheckOptions& options);

}  // namespace attune::dialogs
