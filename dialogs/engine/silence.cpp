#include "dialogs/engine/silence.hpp"

namespace attune::dialogs {

namespace {

const Reminder* next_reminder(const Script& script, const State& state) {
    const Ask* question = open_ask(script, state);
    if (question == nullptr || state.now.ended) return nullptr;
    const auto rung = static_cast<std::size_t>(state.silences);
    return rung < question->no_input.size() ? &question->no_input[rung] : nullptr;
}

}  // namespace

std::optional<Time> next_timer(const Script& script, const State& state) {
    const Reminder* reminder = next_reminder(script, state);
    if (reminder == nullptr) return std::nullopt;
    return state.at + reminder->after_ms;
}

bool take_silence(Run& run, Time now) {
    State& state = run.turn.state;
    const auto due = next_timer(run.script, state);
    if (!due || now < *due) return false;
    const Action& action = next_reminder(run.script, state)->action;
    ++state.silences;
    run.note("silence " + std::to_string(state.silences));
    const std::string question = run.top().step;
    if (action.jump.how != Jump::How::none) {
        pass(run, question);
        perform(run, action, question);
        walk(run);
        return true;
    }
    run.keeps_words = false;
    perform(run, action, question);
    if (!run.turn.replies.empty()) run.turn.replies.back().choices = open_choices(run.script, state);
    return true;
}

}  // namespace attune::dialogs
