#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

void go_back(Run& run) {
    State& state = run.turn.state;
    run.undoable = false;
    if (state.before.empty()) return say(run, run.script.lines.nothing_before);
    state.now = std::move(state.before.back());
    state.before.pop_back();
    say(run, run.script.lines.back);
}

void explain_question(Run& run) {
    const Ask* asked = open_ask(run.script, run.turn.state);
    if (asked == nullptr || asked->why.empty()) return say(run, run.script.lines.no_why);
    say(run, asked->why);
}

void skip_question(Run& run) {
    const Step* question = open_question(run.script, run.turn.state);
    const Ask* asked = question == nullptr ? nullptr : &std::get<Ask>(question->what);
    if (asked == nullptr || !asked->has_skip) return say(run, run.script.lines.cannot_skip);
    pass(run, question->id);
    perform(run, asked->skip, question->id);
}

void start_over(Run& run) {
    State& state = run.turn.state;
    state.now = {};
    state.before.clear();
    state.said.clear();
    run.undoable = false;
    enter(run, run.script.start_flow, "", Frame::Why::flow);
}

}  // namespace

void take_command(Run& run, Command command) {
    run.turn.state.misses = 0;
    switch (command) {
        case Command::menu: return enter_menu(run);
        case Command::back: return go_back(run);
        case Command::repeat: return;  // `turn` says it again without walking
        case Command::correct: return;  // `turn` gives it the words
        case Command::why: return explain_question(run);
        case Command::skip: return skip_question(run);
        case Command::start_over: return start_over(run);
        case Command::stop:
        case Command::person:
        case Command::erase: return take_start(run, run.script.command_flows.at(command));
    }
}

}  // namespace attune::dialogs
