#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// Something about a bot that a conversation can show.
struct CoverageItem {
    enum class Kind {
        step,       ///< it ran
        line,       ///< it was said
        edge,       ///< a question was left this way
        condition,  ///< it came out this way
    };
    Kind kind = Kind::step;
    /// `flow.step`; `line ID`; of an edge `flow.step: option VALUE`, `: skip`, `: why`, `: rung N`, `:
    /// silence N`,
    /// `: command NAME`, `: topic` (another flow was asked for) or `: danger`; of a condition `flow.step: if
    /// holds`,
    /// `: if does not hold`, `: arm N` or `: no arm`.
    std::string id;
};

/// Everything that can be covered, in the order of the script: steps and their edges and conditions, then
/// lines. Every question has an edge for each command that is heard, for another topic and for danger: what
/// interrupts it is part of it. Pure; O(script).
std::vector<CoverageItem> coverage_items(const Script& script);

/// Calls `found` with the id of each item that the turn shows, some perhaps twice. Pure; O(turn).
void observe(const Script& script, const State& before, const Event& event, const Turn& turn,
             const std::function<void(const std::string&)>& found);

}  // namespace attune::dialogs
