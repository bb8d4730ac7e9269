#pragma once

#include <string_view>
#include <vector>

#include "dialogs/analysis/checks/channel_profile.hpp"
#include "dialogs/analysis/finding.hpp"
#include "dialogs/analysis/source_index.hpp"

/// The checks that need no conversation, one file each. All are pure and add to `findings`.
namespace attune::dialogs {

/// Patterns of two intents that are the same, or of which one can never win: proved for all messages. What an
/// option's pattern fits but the safety net takes first. O(pairs of patterns that share a needed word).
void check_patterns(const Script& script, const SourceIndex& index, Findings& findings);

/// Length and reading grade of every line, and the number of choices. Grades only where the locale is
/// English.
void check_words(const Script& script, const SourceIndex& index, Findings& findings);

/// What does not fit into a channel, with the way it will be shown instead.
void check_channels(const Script& script, const SourceIndex& index,
                    const std::vector<ChannelProfile>& channels, Findings& findings);

/// Crisis lines that nobody has checked for more than 180 days. `today` is `2026-11-24`; empty: not looked
/// at.
void check_crisis_dates(const SourceIndex& index, std::string_view today, Findings& findings);

}  // namespace attune::dialogs
