#include <algorithm>

#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

void take_no_match(Run& run) {
    const Step* question = open_question(run.script, run.turn.state);
    if (question == nullptr) return say(run, run.script.lines.not_understood);
    const Ask& asked = std::get<Ask>(question->what);
    const auto& ladder = asked.no_match.empty() ? run.script.no_match : asked.no_match;
    if (ladder.empty()) return;
    int& misses = run.turn.state.misses;
    const std::size_t rung = std::min(static_cast<std::size_t>(misses), ladder.size() - 1);
    const Action& action = ladder[rung];
    run.note("rung " + std::to_string(rung + 1));
    misses = action.jump.how == Jump::How::ask_again ? misses + 1 : 0;
    pass(run, question->id);
    perform(run, action, question->id);
}

}  // namespace attune::dialogs
