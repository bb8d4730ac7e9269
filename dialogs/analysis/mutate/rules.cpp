#include <iterator>

#include "dialogs/analysis/mutate/collect.hpp"

namespace attune::dialogs {

namespace {

/// The item that every test which comes to this flow reaches.
std::string entry_of(const Script& script, const std::string& id) {
    const Flow* flow = script.flow(id);
    return flow == nullptr ? "" : id + "." + flow->steps.front().id;
}

void drop_interrupts(const Script& script, std::vector<Mutant>& mutants) {
    for (std::size_t i = 0; i < script.interrupts.size(); ++i) {
        const Interrupt& interrupt = script.interrupts[i];
        mutants.push_back({"drop-interrupt", "intent " + interrupt.intent,
                           "the command " + std::string(name_of(interrupt.command)) + " is not heard", "",
                           std::nullopt, [i](Script& mutated) {
                               auto& all = mutated.interrupts;
                               all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
                           }});
    }
}

void drop_starts(const Script& script, std::vector<Mutant>& mutants) {
    for (const auto& start : script.starters) {
        const std::string intent = start.first;
        mutants.push_back({"drop-start", "intent " + intent, intent + " does not start " + start.second,
                           entry_of(script, start.second), std::nullopt,
                           [intent](Script& mutated) { mutated.starters.erase(intent); }});
    }
}

/// Each class of danger is answered by the flow of the next one that has another.
void swap_dangers(const Script& script, std::vector<Mutant>& mutants) {
    for (auto danger = script.safety_flows.begin(); danger != script.safety_flows.end(); ++danger) {
        auto other = std::next(danger);
        while (other != script.safety_flows.end() && other->second == danger->second) ++other;
        if (other == script.safety_flows.end()) continue;
        const std::string key = danger->first;
        const std::string flow = other->second;
        mutants.push_back({"swap-danger", "flow " + danger->second, key + " is answered by " + flow,
                           entry_of(script, danger->second), std::nullopt,
                           [key, flow](Script& mutated) { mutated.safety_flows[key] = flow; }});
    }
}

void drop_rungs(const Script& script, std::vector<Mutant>& mutants) {
    if (script.no_match.size() < 2) return;
    for (std::size_t i = 0; i < script.no_match.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        mutants.push_back({"drop-rung", "bot: rung " + number, "rung " + number + " of the bot is dropped",
                           "", std::nullopt, [i](Script& mutated) {
                               auto& ladder = mutated.no_match;
                               ladder.erase(ladder.begin() + static_cast<std::ptrdiff_t>(i));
                           }});
    }
}

}  // namespace

void mutate_rules(const Script& script, std::vector<Mutant>& mutants) {
    drop_interrupts(script, mutants);
    drop_rungs(script, mutants);
    drop_starts(script, mutants);
    swap_dangers(script, mutants);
}

}  // namespace attune::dialogs
