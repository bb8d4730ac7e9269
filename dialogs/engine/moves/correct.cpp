#include <algorithm>

#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

/// What the words change about an answer that was given: the options that are meant now, or none.
std::vector<int> changed(const Ask& question, const std::vector<std::string>& given, const std::string& words) {
    const auto& options = question.options.options();
    const auto answers = question.many ? question.options.match_many(words) : question.options.match_one(words);
    std::vector<int> meant;
    for (const nlu::Answer& answer : answers) meant.push_back(answer.option);
    if (meant.empty()) return meant;
    const auto was_given = [&](int option) {
        const std::string& value = options[static_cast<std::size_t>(option)].value;
        return std::find(given.begin(), given.end(), value) != given.end();
    };
    if (!question.many) return was_given(meant.front()) ? std::vector<int>{} : meant;
    std::vector<int> toggled;
    for (int option = 0; option < static_cast<int>(options.size()); ++option) {
        const bool is_named = std::find(meant.begin(), meant.end(), option) != meant.end();
        if (is_named != was_given(option)) toggled.push_back(option);
    }
    return toggled;
}

/// The questions of the running flow that were answered before the present step, the last one first.
std::vector<const Step*> answered(Run& run) {
    std::vector<const Step*> steps;
    const Flow* flow = run.spoken().flow(run.top().flow);
    if (flow == nullptr) return steps;
    for (const Step& step : flow->steps) {
        if (step.id == run.top().step) break;
        const Ask* question = std::get_if<Ask>(&step.what);
        if (question == nullptr || question->slot.empty()) continue;
        if (values_of(run.now(), question->slot) != nullptr) steps.push_back(&step);
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

}  // namespace

void take_correction(Run& run, const std::string& words) {
    if (run.now().stack.empty()) return say(run, run.script.lines.nothing_before);
    const std::vector<const Step*> steps = answered(run);
    for (const Step* step : steps) {
        const Ask& question = std::get<Ask>(step->what);
        const std::vector<int> options = changed(question, *values_of(run.now(), question.slot), words);
        if (options.empty()) continue;
        run.note("corrects " + step->id);
        if (!run.script.lines.corrected.id.empty()) say(run, run.script.lines.corrected);
        return take_answer(run, *step, options);
    }
    if (steps.empty()) return say(run, run.script.lines.nothing_before);
    const Ask& last = std::get<Ask>(steps.front()->what);
    assign(run, {last.slot, Assignment::How::clear, {}});
    run.top().step = steps.front()->id;
    say(run, run.script.lines.back);
}

}  // namespace attune::dialogs
