#pragma once

#include "dialogs/analysis/explore/explore.hpp"
#include "dialogs/analysis/finding.hpp"

namespace attune::dialogs {

struct GuaranteeOptions {
    ExploreOptions explore;
    std::size_t max_messages = 4;  ///< a turn
};

struct Explored {
    ExploreCount count;
    Findings findings;
};

/// Walks through a bot (`Explorer` says which states that are) and tells each guarantee that does not hold
/// (LANGUAGE.md names them), once for every place where it fails, with a conversation that shows it. Every
/// such conversation was played from the start. Pure; O(states × inputs).
Explored check_guarantees(const Script& script, const SourceIndex& index, const GuaranteeOptions& options);

}  // namespace attune::dialogs
