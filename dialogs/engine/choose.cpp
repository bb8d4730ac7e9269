#include "dialogs/engine/choose.hpp"

#include <algorithm>

namespace attune::dialogs {

namespace {

enum class Stage { answer, command, topic };

/// One reading of the message, with what it is weighed by.
struct Reading {
    Move move;
    Candidate candidate;
    bool whole = false;
    Stage stage = Stage::topic;
};

Reading answer_reading(const Ask& question, const std::vector<nlu::Answer>& answers) {
    AnswerMove move;
    Candidate candidate{"answer", "", 0, ""};
    bool whole = true;
    for (const nlu::Answer& answer : answers) {
        move.options.push_back(answer.option);
        candidate.rule += " " + question.options.options()[static_cast<std::size_t>(answer.option)].value;
        candidate.pattern += candidate.pattern.empty() ? "" : ", ";
        candidate.pattern += answer.pattern.empty() ? std::string(nlu::name_of(answer.by)) : answer.pattern;
        candidate.specificity += answer.specificity;
        whole = whole && answer.exact;
    }
    return {std::move(move), std::move(candidate), whole, Stage::answer};
}

void add_answers(const Ask& question, const nlu::Understanding& understanding, std::vector<Reading>& readings) {
    if (question.is_text) {
        // Last of all: what is written may be anything, and is for nobody else.
        if (understanding.words.find_first_not_of(' ') != std::string::npos)
            readings.push_back({AnswerMove{}, {"answer text", "", -1, ""}, false, Stage::topic});
    } else if (!understanding.answers.empty()) {
        readings.push_back(answer_reading(question, understanding.answers));
    } else if (question.many && nlu::says_none(understanding.words)) {
        readings.push_back({AnswerMove{}, {"answer none", "none", 1, ""}, true, Stage::answer});
    }
}

void add_calls(const Script& script, const nlu::IntentMatch& match, std::vector<Reading>& readings) {
    for (const Call& call : script.calls) {
        if (call.intent != match.name) continue;
        const Candidate candidate{"call " + call.flow, match.pattern, match.specificity, ""};
        readings.push_back({StartMove{call.flow, !call.resumes}, candidate, match.whole, Stage::command});
    }
}

/// @param whole_only  topics count only where they are the whole message: the visitor is asked for words of their own
void add_intents(const Script& script, const nlu::Understanding& understanding, bool whole_only,
                 std::vector<Reading>& readings) {
    for (const nlu::IntentMatch& match : understanding.intents) {
        Candidate candidate{"", match.pattern, match.specificity, ""};
        for (const Interrupt& interrupt : script.interrupts) {
            if (interrupt.intent != match.name) continue;
            candidate.rule = "command " + std::string(name_of(interrupt.command));
            readings.push_back({CommandMove{interrupt.command}, candidate, match.whole, Stage::command});
        }
        add_calls(script, match, readings);
        if (whole_only && !match.whole) continue;
        if (auto starter = script.starters.find(match.name); starter != script.starters.end()) {
            candidate.rule = "start " + starter->second;
            readings.push_back({StartMove{starter->second, false}, candidate, match.whole, Stage::topic});
        }
    }
}

bool outranks(const Reading& a, const Reading& b) {
    if (a.whole != b.whole) return a.whole;
    if (!a.whole && a.candidate.specificity != b.candidate.specificity) {
        return a.candidate.specificity > b.candidate.specificity;
    }
    return a.stage < b.stage;
}

std::string why_lost(const Reading& loser, const Reading& winner) {
    if (winner.whole && !loser.whole) return "the winner fits the whole message";
    if (winner.candidate.specificity > loser.candidate.specificity) return "the winner needs more words";
    if (winner.stage < loser.stage) return "answers come before commands, and commands before topics";
    return "the winner is declared first";
}

}  // namespace

Move choose(const Script& script, const Ask* question, const nlu::Understanding& understanding,
            std::vector<Candidate>& candidates) {
    std::vector<Reading> readings;
    if (question != nullptr) add_answers(*question, understanding, readings);
    add_intents(script, understanding, question != nullptr && question->is_text, readings);
    if (readings.empty()) return NoMatchMove{};
    std::stable_sort(readings.begin(), readings.end(), outranks);
    for (Reading& reading : readings) {
        if (&reading != &readings.front()) reading.candidate.lost = why_lost(reading, readings.front());
        candidates.push_back(reading.candidate);
    }
    return readings.front().move;
}

}  // namespace attune::dialogs
