#include "dialogs/analysis/mutate/try_mutants.hpp"

#include <algorithm>

#include "dialogs/analysis/coverage/coverage.hpp"

namespace attune::dialogs {

namespace {

/// One copy of the bot that takes on each fault in turn: copying the whole bot for each would cost more than
/// the tests.
class Patient {
public:
    explicit Patient(const Script& healthy) : healthy_(healthy), script_(healthy) { script_.index(); }

    const Script& with(const Mutant& mutant) {
        mutant.change(script_);
        script_.index();
        return script_;
    }

    void heal(const Mutant& mutant) {
        if (mutant.flow) {
            script_.flows[*mutant.flow] = healthy_.flows[*mutant.flow];
        } else {
            script_.interrupts = healthy_.interrupts;
            script_.starters = healthy_.starters;
            script_.safety_flows = healthy_.safety_flows;
            script_.no_match = healthy_.no_match;
        }
        script_.index();
    }

private:
    const Script& healthy_;
    Script script_;
};

bool notices(const Script& mutated, const Mutant& mutant, const std::vector<ConversationTest>& tests,
             const std::vector<ItemIds>& reached) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (!mutant.needs.empty() && reached[i].count(mutant.needs) == 0) continue;
        if (run(mutated, tests[i])) return true;
    }
    return false;
}

}  // namespace

double MutationScore::percent() const {
    return tried == 0 ? 100.0 : 100.0 * static_cast<double>(noticed) / static_cast<double>(tried);
}

MutationScore try_mutants(const Script& script, const std::vector<ConversationTest>& tests,
                          const std::function<bool(std::size_t, std::size_t)>& go_on) {
    std::vector<ItemIds> reached;
    for (const ConversationTest& test : tests) reached.push_back(covered_by(script, {test}).reached);
    std::vector<Mutant> mutants = mutants_of(script);
    MutationScore score;
    Patient patient(script);
    for (Mutant& mutant : mutants) {
        if (go_on && !go_on(score.tried, mutants.size())) break;
        ++score.tried;
        const bool noticed = notices(patient.with(mutant), mutant, tests, reached);
        patient.heal(mutant);
        if (noticed) {
            ++score.noticed;
        } else {
            score.missed.push_back(std::move(mutant));
        }
    }
    return score;
}

}  // namespace attune::dialogs
