#include "dialogs/analysis/mutate/mutant.hpp"

#include "dialogs/analysis/mutate/collect.hpp"

namespace attune::dialogs {

namespace {

Condition opposite(Condition condition) {
    Condition result;
    result.op = Condition::Op::negation;
    result.parts.push_back(std::move(condition));
    return result;
}

struct MutateStep {
    const Script& script;
    const StepPlace& place;
    std::vector<Mutant>& mutants;

    void operator()(const Act& act) const {
        mutate_action(
            script, place, place.name, act.action,
            [at = place](Script& mutated) -> Action& { return std::get<Act>(at.in(mutated).what).action; },
            mutants);
    }
    void operator()(const Ask& question) const { mutate_question(script, place, question, mutants); }
    void operator()(const Branch& branch) const {
        for (std::size_t i = 0; i < branch.arms.size(); ++i) {
            const std::string id = place.name + ": arm " + std::to_string(i + 1);
            mutate_action(
                script, place, id, branch.arms[i].action,
                [at = place, i](Script& mutated) -> Action& {
                    return std::get<Branch>(at.in(mutated).what).arms[i].action;
                },
                mutants);
            if (branch.arms[i].condition.op == Condition::Op::always) continue;
            mutants.push_back({"negate-condition", id, id + " runs when it should not", place.name,
                               place.flow, [at = place, i](Script& mutated) {
                                   Condition& condition =
                                       std::get<Branch>(at.in(mutated).what).arms[i].condition;
                                   condition = opposite(std::move(condition));
                               }});
        }
    }
};

void mutate_step(const Script& script, const StepPlace& place, const Step& step,
                 std::vector<Mutant>& mutants) {
    if (step.condition.op != Condition::Op::always) {
        mutants.push_back({"negate-condition", place.name + ": if holds",
                           place.name + " runs when it should not", "", place.flow, [place](Script& mutated) {
                               Condition& condition = place.in(mutated).condition;
                               condition = opposite(std::move(condition));
                           }});
    }
    std::visit(MutateStep{script, place, mutants}, step.what);
}

}  // namespace

std::vector<Mutant> mutants_of(const Script& script) {
    std::vector<Mutant> mutants;
    mutate_rules(script, mutants);
    for (std::size_t i = 0; i < script.flows.size(); ++i) {
        const Flow& flow = script.flows[i];
        if (flow.crisis) {
            mutants.push_back({"drop-crisis-mark", "flow " + flow.id, flow.id + " is not marked as crisis",
                               flow.id + "." + flow.steps.front().id, i,
                               [i](Script& mutated) { mutated.flows[i].crisis = false; }});
        }
        for (std::size_t j = 0; j < flow.steps.size(); ++j) {
            mutate_step(script, {i, j, flow.id + "." + flow.steps[j].id}, flow.steps[j], mutants);
        }
    }
    return mutants;
}

}  // namespace attune::dialogs
