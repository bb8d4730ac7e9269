#include "dialogs/engine/turn.hpp"

#include <algorithm>

#include "dialogs/engine/care.hpp"
#include "dialogs/engine/choose.hpp"
#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

/// "Say that again": the same words, and the question's buttons where they were.
void repeat(Run& run) {
    for (const SaidLine& said : run.turn.state.last) {
        run.turn.replies.push_back({said.line, said.text, said.crisis, {}});
    }
    const Ask* question = open_ask(run.spoken(), run.turn.state);
    if (question != nullptr && !run.turn.replies.empty()) {
        run.turn.replies.back().choices = choices_of(run.now(), *question);
    }
}

struct TakeMove {
    Run& run;

    void operator()(const AnswerMove& move) const {
        take_answer(run, *open_question(run.script, run.turn.state), move.options);
    }
    void operator()(const CommandMove& move) const { take_command(run, move.command); }
    void operator()(const StartMove& move) const { take_start(run, move.flow); }
    void operator()(const NoMatchMove&) const { take_no_match(run); }
};

bool is_command(const Move& move, Command command) {
    const auto* asked = std::get_if<CommandMove>(&move);
    return asked != nullptr && asked->command == command;
}

/// A conversation that ended begins anew, at the menu.
void reopen(Run& run) {
    if (!run.now().ended) return;
    run.now().ended = false;
    say(run, run.script.lines.welcome_back);
}

nlu::Understanding understand(Run& run, const std::string& text) {
    const Ask* asked = open_ask(run.spoken(), run.turn.state);
    nlu::Context context;
    context.safety = &run.turn.state.safety;
    if (asked != nullptr) context.question = {&asked->options, asked->many};
    return run.spoken().understander.understand(text, context);
}

void take_words(Run& run, const nlu::Understanding& understood) {
    const Ask* asked = open_ask(run.script, run.turn.state);
    run.turn.trace.words = understood.words;
    run.script.understander.safety.remember(run.turn.state.safety, understood.words, understood.safety);
    if (understood.safety) {
        const nlu::SafetySignal& signal = *understood.safety;
        run.turn.safety = signal;
        run.turn.trace.safety =
            signal.safety_class + " " + std::string(nlu::name_of(signal.level)) + " " + signal.pattern;
        run.now().ended = false;
        take_safety(run, signal);
        return walk(run);
    }
    reopen(run);
    const Move move = choose(run.script, asked, understood, run.turn.trace.candidates);
    if (is_command(move, Command::repeat) && asked != nullptr) return repeat(run);
    std::visit(TakeMove{run}, move);
    walk(run);
}

/// The options that the pressed values stand for; nothing when they do not belong to the question.
std::optional<std::vector<int>> pressed(const Ask* question, const std::vector<std::string>& values) {
    if (question == nullptr || (!question->many && values.size() != 1)) return std::nullopt;
    const auto& options = question->options.options();
    std::vector<int> indexes;
    for (const std::string& value : values) {
        auto found = std::find_if(options.begin(), options.end(),
                                  [&](const nlu::Option& option) { return option.value == value; });
        if (found == options.end()) return std::nullopt;
        indexes.push_back(static_cast<int>(found - options.begin()));
    }
    return indexes;
}

struct TakeEvent {
    Run& run;

    void operator()(const Opened& opened) const {
        State& state = run.turn.state;
        if (state.locale.empty() && !opened.locale.empty())
            state.locale = run.script.nearest_locale(opened.locale);
        if (run.now().stack.empty()) enter(run, run.script.start_flow, "", Frame::Why::flow);
        run.now().ended = false;
        walk(run);
    }
    void operator()(const Said& said) const { take_words(run, understand(run, said.text)); }
    void operator()(const Understood& understood) const { take_words(run, understood.what); }
    void operator()(const Chose& chose) const {
        const auto options = pressed(open_ask(run.script, run.turn.state), chose.values);
        if (!options) {
            run.turn.outcome = Outcome::stale_choice;
            return;
        }
        run.note("pressed");
        take_answer(run, *open_question(run.script, run.turn.state), *options);
        walk(run);
    }
    void operator()(const Waited&) const {}
};

/// Keeps where the conversation was, so that "back" can return there.
void remember(State& state, Position before) {
    if (before.stack.empty() || state.now == before) return;
    state.before.push_back(std::move(before));
    if (state.before.size() > max_undo) state.before.erase(state.before.begin());
}

void keep_words(Turn& turn) {
    if (turn.replies.empty()) return;
    turn.state.last.clear();
    for (const Reply& reply : turn.replies) {
        turn.state.last.push_back({reply.line, reply.text, reply.crisis});
    }
}

}  // namespace

State new_conversation(const Script& script, Time now) {
    State state;
    state.script = script.hash;
    state.at = now;
    state.care.disclosed = now;
    return state;
}

Turn turn(const Script& script, State before, const Event& event, Time now) {
    Turn result;
    Position position = before.now;
    result.state = std::move(before);
    Run run{script, result, true, now};
    std::visit(TakeEvent{run}, event);
    if (result.outcome == Outcome::stale_choice) return result;
    look_after(run, position, now);
    result.card_pinned = result.state.care.pinned;
    result.state.at = now;
    if (run.undoable) remember(result.state, std::move(position));
    keep_words(result);
    return result;
}

Choices open_choices(const Script& script, const State& state) {
    const Ask* question = open_ask(script.in(state.locale), state);
    return question == nullptr ? Choices{} : choices_of(state.now, *question);
}

std::string position_of(const State& state) {
    if (state.now.stack.empty() || state.now.stack.back().step.empty()) return "-";
    return state.now.stack.back().flow + "." + state.now.stack.back().step;
}

}  // namespace attune::dialogs
