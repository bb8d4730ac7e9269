#pragma once

#include "dialogs/analysis/mutate/mutant.hpp"

/// The kinds of faults, a file for each group. Not for other folders.
namespace attune::dialogs {

/// Where a step stands.
struct StepPlace {
    std::size_t flow = 0;
    std::size_t step = 0;
    std::string name;  ///< `flow.step`

    Step& in(Script& script) const { return script.flows[flow].steps[step]; }
    Ask& question(Script& script) const { return std::get<Ask>(in(script).what); }
};

/// Finds an action again in a copy of the script.
using ActionPath = std::function<Action&(Script&)>;

/// Faults of what is said, remembered and where it goes, in one action.
void mutate_action(const Script& script, const StepPlace& place, const std::string& id, const Action& action,
                   const ActionPath& path, std::vector<Mutant>& mutants);

/// Faults of a question.
void mutate_question(const Script& script, const StepPlace& place, const Ask& question,
                     std::vector<Mutant>& mutants);

/// Faults of the bot's own rules.
void mutate_rules(const Script& script, std::vector<Mutant>& mutants);

}  // namespace attune::dialogs
