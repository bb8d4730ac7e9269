#include "dialogs/analysis/explain_text.hpp"

#include "dialogs/analysis/view/plain.hpp"
#include "dialogs/analysis/winner.hpp"

namespace attune::dialogs {

namespace {

const Step* step_at(const Script& script, const State& state) {
    if (state.now.stack.empty()) return nullptr;
    const Flow* flow = script.flow(state.now.stack.back().flow);
    return flow == nullptr ? nullptr : flow->step(state.now.stack.back().step);
}

const Ask* question_at(const Script& script, const State& state) {
    const Step* step = step_at(script, state);
    return step == nullptr ? nullptr : std::get_if<Ask>(&step->what);
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// `answer trust` → `an answer to the question: trust`.
std::string plain_rule(const Script& script, const std::string& rule) {
    const std::size_t space = rule.find(' ');
    const std::string kind = rule.substr(0, space);
    const std::string name = space == std::string::npos ? "" : rule.substr(space + 1);
    if (kind == "answer") return "the answer \"" + name + "\" to the open question";
    if (kind == "command") return "the command \"" + name + "\"";
    const Flow* flow = script.flow(name);
    return "a wish for the topic \"" + (flow == nullptr ? name : flow->title) + "\"";
}

std::string because(const Candidate& candidate) {
    if (candidate.pattern.empty()) return "";
    const std::string words =
        std::to_string(candidate.specificity) + (candidate.specificity == 1 ? " word" : " words");
    return ", because of \"" + candidate.pattern + "\" (needs " + words + ")";
}

std::string plain_candidates(const Script& script, const Trace& trace) {
    if (trace.candidates.empty()) return "No reading of it fits: no answer, no command and no topic.\n";
    std::string text = "It can be read in " + std::to_string(trace.candidates.size()) +
                       (trace.candidates.size() == 1 ? " way:\n" : " ways:\n");
    for (const Candidate& candidate : trace.candidates) {
        text += candidate.lost.empty() ? "  taken:     " : "  not taken: ";
        text += plain_rule(script, candidate.rule) + because(candidate);
        if (!candidate.lost.empty()) text += "; " + candidate.lost;
        text += "\n";
    }
    return text;
}

std::string plain_safety(const Explanation& explanation) {
    const auto& safety = explanation.understood.safety;
    if (!safety) return "The safety net, which always looks first, sees no danger in it.\n";
    return "The safety net, which always looks first, sees danger: " + safety->safety_class + ", " +
           std::string(nlu::name_of(safety->level)) + ", found by " + std::string(nlu::name_of(safety->by)) +
           " (" + safety->pattern + "). Nothing else is weighed.\n";
}

std::string plain_repairs(const nlu::Understanding& understood) {
    std::string text;
    for (const nlu::Repair& repair : understood.repairs) {
        text += (text.empty() ? "" : ", ") + repair.written + " \u2192 " + repair.meant;
    }
    return text.empty() ? "" : "Slips that are mended, but for the safety net: " + text + ".\n";
}

std::string plain_guesses(const nlu::Understanding& understood) {
    std::string text;
    for (const nlu::IntentMatch& guess : understood.guesses) text += (text.empty() ? "" : ", ") + guess.name;
    return text.empty() ? "" : "It may mean, but nothing is sure enough: " + text + ".\n";
}

std::string plain_outcome(const Explanation& explanation) {
    std::string text =
        "So the rule that wins is: " + to_text(winner_of(explanation.turn)) + ".\nThe bot says:\n";
    for (const Reply& reply : explanation.turn.replies) text += "  " + reply.line + ": " + reply.text + "\n";
    if (explanation.turn.replies.empty()) text += "  nothing\n";
    const std::string at = position_of(explanation.turn.state);
    return text + (at == "-" ? "and no question is open.\n" : "and waits at " + at + ".\n");
}

}  // namespace

std::optional<State> state_at(const Script& script, const std::string& step) {
    State state = new_conversation(script, 0);
    if (step.empty()) return turn(script, std::move(state), Opened{}, 0).state;
    const std::size_t sign = step.find_first_of("./");
    if (sign == std::string::npos) return std::nullopt;
    state.now.stack.push_back({step.substr(0, sign), step.substr(sign + 1), Frame::Why::flow, {}});
    if (question_at(script, state) == nullptr) return std::nullopt;
    return turn(script, std::move(state), Opened{}, 0).state;
}

Explanation explain_text(const Script& script, const State& state, const std::string& text) {
    Explanation explanation;
    explanation.at = position_of(state);
    const Ask* question = question_at(script, state);
    nlu::Context context;
    context.safety = &state.safety;
    if (question != nullptr) {
        context.question = {&question->options, question->many};
        if (!question->say.empty()) explanation.question = plain_text(question->say.back().variants.front());
    }
    explanation.understood = script.understander.understand(text, context);
    explanation.turn = turn(script, state, Said{text}, state.at);
    return explanation;
}

std::string to_text(const Script& script, const Explanation& explanation) {
    std::string text = "The conversation is at " + explanation.at;
    text += explanation.question.empty() ? ".\n" : ", where the bot asked: " + explanation.question + "\n";
    text += "The message is looked at as: " + trimmed(explanation.understood.words) + "\n";
    text += plain_repairs(explanation.understood) + "\n";
    text += plain_safety(explanation);
    if (!explanation.understood.safety) text += plain_candidates(script, explanation.turn.trace);
    return text + plain_guesses(explanation.understood) + "\n" + plain_outcome(explanation);
}

}  // namespace attune::dialogs
