#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

void take_answer(Run& run, const Step& question, const std::vector<int>& options) {
    const Ask& asked = std::get<Ask>(question.what);
    run.turn.state.misses = 0;
    if (asked.is_text) {
        assign(run, {asked.slot, Assignment::How::assign, {run.text}});
    } else if (!asked.slot.empty()) {
        Assignment answer{asked.slot, Assignment::How::assign, {}};
        for (int option : options) {
            answer.values.push_back(asked.options.options()[static_cast<std::size_t>(option)].value);
        }
        assign(run, answer);
    }
    pass(run, question.id);
    if (asked.many || options.empty()) return;
    perform(run, asked.then[static_cast<std::size_t>(options.front())], question.id);
}

}  // namespace attune::dialogs
