#include "dialogs/engine/turn.hpp"

#include <algorithm>

#include "dialogs/engine/amount.hpp"
#include "dialogs/engine/aside.hpp"
#include "dialogs/engine/care.hpp"
#include "dialogs/engine/choose.hpp"
#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/moves/moves.hpp"
#include "dialogs/engine/silence.hpp"

namespace attune::dialogs {

namespace {

/// "Say that again": the same words, and the question's buttons where they were.
void repeat(Run& run) {
    for (const SaidLine& said : run.turn.state.last) {
        run.turn.replies.push_back({said.line, said.text, said.crisis, {}});
    }
    if (!run.turn.replies.empty()) run.turn.replies.back().choices = open_choices(run.script, run.turn.state);
}

struct TakeMove {
    Run& run;

    void operator()(const AnswerMove& move) const {
        take_answer(run, *open_question(run.script, run.turn.state), move.options);
    }
    void operator()(const CommandMove& move) const { take_command(run, move.command); }
    void operator()(const StartMove& move) const {
        if (move.leaves) run.now().stack.clear();
        take_start(run, move.flow);
    }
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

nlu::Understanding understand_as(Run& run, const std::string& text, const Ask* asked) {
    nlu::Context context;
    context.safety = &run.turn.state.safety;
    if (asked != nullptr) context.question = {&asked->options, asked->many};
    nlu::Understanding understood = run.spoken().understander.understand(text, context);
    const auto amount = asked == nullptr ? std::nullopt : option_of_amount(*asked, understood.words, run.time);
    if (!amount) return understood;
    // "2" to "how old is the child" is a number, and not the second option.
    understood.answers.clear();
    if (*amount >= 0) understood.answers.push_back({*amount, nlu::AnswerBy::number, 1, true, ""});
    return understood;
}

/// In the light of the engine's own question, where one is open; an answer to the question beneath counts too.
nlu::Understanding understand(Run& run, const std::string& text) {
    const Ask* open = open_ask(run.spoken(), run.turn.state);
    const auto aside = aside_question(run.spoken(), run.now());
    if (!aside) return understand_as(run, text, open);
    nlu::Understanding understood = understand_as(run, text, &*aside);
    if (!understood.answers.empty()) return understood;
    nlu::Understanding beneath = understand_as(run, text, open);
    if (!beneath.answers.empty()) run.now().aside = {};
    return beneath;
}

void take_danger(Run& run, const nlu::SafetySignal& signal) {
    run.turn.safety = signal;
    run.turn.trace.safety =
        signal.safety_class + " " + std::string(nlu::name_of(signal.level)) + " " + signal.pattern;
    run.now().ended = false;
    run.now().aside = {};
    take_safety(run, signal);
    walk(run);
}

/// Instead of the ladder of misunderstanding, once: "did you mean", or "shall we go on".
bool ask_aside(Run& run, const nlu::Understanding& understood) {
    auto flows = guessed_flows(run, understood);
    if (!flows.empty()) {
        ask_did_you_mean(run, std::move(flows));
    } else if (is_return(run.script, run.turn.state, run.time)) {
        ask_after_silence(run);
    } else {
        return false;
    }
    return true;
}

/// What is said to other questions of the form that the open question is part of.
bool answers_form(Run& run, const std::string& words) {
    if (run.now().stack.empty()) return false;
    const Frame at = run.top();
    return answer_others(run, at.flow, at.step, words);
}

void take_move(Run& run, const Move& move, const nlu::Understanding& understood) {
    const bool is_answer = std::holds_alternative<AnswerMove>(move);
    const Frame at = is_answer ? run.top() : Frame{};
    if (is_command(move, Command::correct)) return take_correction(run, understood.words);
    std::visit(TakeMove{run}, move);
    const bool is_there = !run.now().stack.empty() && run.top().flow == at.flow;
    if (is_answer && is_there) answer_others(run, at.flow, at.step, understood.words);
    queue_second(run, move, understood);
}

void take_words(Run& run, const nlu::Understanding& understood) {
    run.turn.trace.words = understood.words;
    run.script.understander.safety.remember(run.turn.state.safety, understood.words, understood.safety);
    if (understood.safety) return take_danger(run, *understood.safety);
    reopen(run);
    const auto aside = aside_question(run.spoken(), run.now());
    const Ask* asked = aside ? &*aside : open_ask(run.script, run.turn.state);
    const Move move = choose(run.script, asked, understood, run.turn.trace.candidates);
    if (is_command(move, Command::repeat) && asked != nullptr) return repeat(run);
    if (aside && std::holds_alternative<AnswerMove>(move)) {
        take_aside(run, std::get<AnswerMove>(move).options.front());
        return walk(run);
    }
    run.now().aside = {};
    if (!aside && std::holds_alternative<NoMatchMove>(move)) {
        if (answers_form(run, understood.words)) return walk(run);
        if (ask_aside(run, understood)) return;
    }
    take_move(run, move, understood);
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
        if (!opened.channel.empty()) state.channel = opened.channel;
        if (state.locale.empty() && !opened.locale.empty())
            state.locale = run.script.nearest_locale(opened.locale);
        if (is_return(run.script, state, run.time)) return ask_after_silence(run);
        if (run.now().stack.empty()) enter(run, run.script.start_flow, "", Frame::Why::flow);
        run.now().ended = false;
        run.now().aside = {};
        walk(run);
    }
    void operator()(const Said& said) const {
        run.text = said.text;
        take_words(run, understand(run, said.text));
    }
    void operator()(const Understood& understood) const {
        run.text = understood.what.words;
        take_words(run, understood.what);
    }
    void operator()(const Chose& chose) const {
        const auto aside = aside_question(run.spoken(), run.now());
        const auto options = pressed(aside ? &*aside : open_ask(run.script, run.turn.state), chose.values);
        if (!options) {
            run.turn.outcome = Outcome::stale_choice;
            return;
        }
        run.note("pressed");
        if (aside) {
            take_aside(run, options->front());
        } else {
            take_answer(run, *open_question(run.script, run.turn.state), *options);
        }
        walk(run);
    }
    void operator()(const Waited&) const { run.is_idle = !take_silence(run, run.time); }
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
    Run run{script, result};
    run.time = now;
    std::visit(TakeEvent{run}, event);
    if (result.outcome == Outcome::stale_choice) return result;
    if (run.is_idle) {
        result.due = next_timer(script, result.state);
        return result;
    }
    if (!std::holds_alternative<Waited>(event)) result.state.silences = 0;
    look_after(run, position, now);
    result.card_pinned = result.state.care.pinned;
    result.state.at = now;
    if (run.undoable) remember(result.state, std::move(position));
    if (run.keeps_words) keep_words(result);
    result.due = next_timer(script, result.state);
    return result;
}

Choices open_choices(const Script& script, const State& state) {
    const Script& spoken = script.in(state.locale);
    if (const auto aside = aside_question(spoken, state.now)) return choices_of(state.now, *aside);
    const Ask* question = open_ask(spoken, state);
    return question == nullptr ? Choices{} : choices_of(state.now, *question);
}

std::string position_of(const State& state) {
    if (state.now.stack.empty() || state.now.stack.back().step.empty()) return "-";
    return state.now.stack.back().flow + "." + state.now.stack.back().step;
}

}  // namespace attune::dialogs
