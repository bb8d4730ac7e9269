#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/analysis/explore/violations.hpp"
#include "dialogs/engine/turn.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Which of the lines that a promise waits for were said so far: a bit for each guarantee of the script.
using Told = std::uint64_t;

/// `told`, and what this turn said. O(guarantees × replies).
Told told_after(const Script& script, Told told, const Turn& turn);

/// The guarantees that a bot's authors wrote down themselves, in bot.yaml.
class Promises {
public:
    /// Both outlive this.
    Promises(const Script& script, const TurnRules& rules);

    /// What this turn breaks. @param told  what was said before it.
    /// O(guarantees), and where one gives several turns for a thing, a search through so many turns, once for
    /// every question.
    std::vector<Violation> broken_by(const State& before, const Input& input, const Turn& turn, Told told);

private:
    bool is_meant(const Guarantee& one, const Input& input) const;
    bool is_kept(const Guarantee& one, const Turn& turn) const;
    bool speaks_too_early(const Guarantee& one, std::size_t number, const Turn& turn, Told told) const;
    bool can_keep(const Guarantee& one, const State& from, int turns, bool with_commands) const;
    std::vector<Event> events_at(const State& state, bool with_commands) const;

    const Script& script_;
    const TurnRules& rules_;
    std::unordered_map<std::string, bool>
        found_;  // guarantee and question → whether it can be kept from there
};

}  // namespace attune::dialogs
