#include <algorithm>

#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

/// An answer that names what it means; a bare number or "the second" is for the open question alone.
bool names_itself(const nlu::Answer& answer) {
    return answer.by == nlu::AnswerBy::label || answer.by == nlu::AnswerBy::pattern;
}

/// What the message answers to another question of the form. Changes nothing that is so already.
bool answer_other(Run& run, const Ask& other, const std::string& words) {
    std::vector<nlu::Answer> answers = other.many ? other.options.match_many(words) : other.options.match_one(words);
    answers.erase(std::remove_if(answers.begin(), answers.end(), [](const auto& one) { return !names_itself(one); }),
                  answers.end());
    if (answers.empty() || other.is_text) return false;
    Assignment assignment{other.slot, Assignment::How::assign, {}};
    for (const nlu::Answer& answer : answers)
        assignment.values.push_back(other.options.options()[static_cast<std::size_t>(answer.option)].value);
    const auto* before = values_of(run.now(), other.slot);
    if (before != nullptr && *before == assignment.values) return false;
    const bool is_correction = before != nullptr;
    assign(run, assignment);
    run.note("also " + other.slot);
    if (is_correction && !run.script.lines.corrected.id.empty()) say(run, run.script.lines.corrected);
    return true;
}

}  // namespace

bool answer_others(Run& run, const std::string& flow_id, const std::string& step_id, const std::string& words) {
    const Flow* flow = run.spoken().flow(flow_id);
    const Step* step = flow == nullptr ? nullptr : flow->step(step_id);
    const Ask* asked = step == nullptr ? nullptr : std::get_if<Ask>(&step->what);
    if (asked == nullptr || asked->form.empty() || asked->is_text || run.now().stack.empty()) return false;
    bool any = false;
    for (const Step& other : flow->steps) {
        const Ask* question = std::get_if<Ask>(&other.what);
        if (question == nullptr || question == asked || question->form != asked->form) continue;
        any = answer_other(run, *question, words) || any;
    }
    return any;
}

}  // namespace attune::dialogs
