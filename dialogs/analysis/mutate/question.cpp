#include "dialogs/analysis/mutate/collect.hpp"

namespace attune::dialogs {

namespace {

bool same(const Jump& a, const Jump& b) {
    return a.how == b.how && a.flow == b.flow && a.step == b.step;
}

void swap_targets(const StepPlace& place, const Ask& question, std::vector<Mutant>& mutants) {
    for (std::size_t i = 0; i + 1 < question.then.size(); ++i) {
        if (same(question.then[i].jump, question.then[i + 1].jump)) continue;
        const auto& options = question.options.options();
        const std::string id = place.name + ": option " + options[i].value;
        const std::string what =
            options[i].value + " and " + options[i + 1].value + " of " + place.name + " are swapped";
        mutants.push_back({"swap-targets", id, what, place.name, place.flow, [place, i](Script& script) {
                               auto& then = place.question(script).then;
                               std::swap(then[i].jump, then[i + 1].jump);
                           }});
    }
}

/// The option's patterns with the one at `pattern` cut to its first word; nothing when that changes nothing.
std::optional<nlu::OptionMatcher> widened(const Ask& question, std::size_t option, std::size_t pattern) {
    auto options = question.options.options();
    nlu::WordPattern& cut = options[option].patterns[pattern];
    if (cut.specificity < 2 || cut.words.empty()) return std::nullopt;
    auto wide = nlu::compile_pattern(cut.words.front(), {});
    if (!wide) return std::nullopt;
    cut = *std::move(wide);
    auto built = nlu::OptionMatcher::build(std::move(options));
    return built ? std::optional(*std::move(built)) : std::nullopt;
}

void widen_patterns(const StepPlace& place, const Ask& question, std::vector<Mutant>& mutants) {
    const auto& options = question.options.options();
    for (std::size_t i = 0; i < options.size(); ++i) {
        for (std::size_t j = 0; j < options[i].patterns.size(); ++j) {
            const auto wide = widened(question, i, j);
            if (!wide) continue;
            const std::string id = place.name + ": option " + options[i].value;
            const std::string& word = options[i].patterns[j].words.front();
            mutants.push_back({"widen-pattern", id, "\"" + word + "\" alone answers " + options[i].value,
                               place.name, place.flow,
                               [place, wide](Script& script) { place.question(script).options = *wide; }});
        }
    }
}

void drop_rungs(const StepPlace& place, const Ask& question, std::vector<Mutant>& mutants) {
    if (question.no_match.size() < 2) return;
    for (std::size_t i = 0; i < question.no_match.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        mutants.push_back({"drop-rung", place.name + ": rung " + number,
                           "rung " + number + " of " + place.name + " is dropped", place.name, place.flow,
                           [place, i](Script& script) {
                               auto& ladder = place.question(script).no_match;
                               ladder.erase(ladder.begin() + static_cast<std::ptrdiff_t>(i));
                           }});
    }
}

using Lines = std::vector<Line> Ask::*;

void drop_lines(const StepPlace& place, const Ask& question, Lines lines, std::vector<Mutant>& mutants) {
    for (std::size_t i = 0; i < (question.*lines).size(); ++i) {
        const std::string id = "line " + (question.*lines)[i].id;
        mutants.push_back(
            {"drop-line", id, id + " is not said", id, place.flow, [place, lines, i](Script& script) {
                 auto& all = place.question(script).*lines;
                 all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
             }});
    }
}

void drop_extras(const StepPlace& place, const Ask& question, std::vector<Mutant>& mutants) {
    if (!question.why.empty()) {
        mutants.push_back({"drop-why", place.name + ": why", place.name + " gives no reason", place.name,
                           place.flow, [place](Script& script) { place.question(script).why.clear(); }});
    }
    if (question.has_skip) {
        mutants.push_back({"drop-skip", place.name + ": skip", place.name + " cannot be skipped", place.name,
                           place.flow, [place](Script& script) { place.question(script).has_skip = false; }});
    }
}

}  // namespace

void mutate_question(const Script& script, const StepPlace& place, const Ask& question,
                     std::vector<Mutant>& mutants) {
    drop_lines(place, question, &Ask::say, mutants);
    if (question.why.size() > 1) drop_lines(place, question, &Ask::why, mutants);
    drop_extras(place, question, mutants);
    swap_targets(place, question, mutants);
    widen_patterns(place, question, mutants);
    drop_rungs(place, question, mutants);
    const auto& options = question.options.options();
    for (std::size_t i = 0; i < question.then.size(); ++i) {
        mutate_action(
            script, place, place.name + ": option " + options[i].value, question.then[i],
            [place, i](Script& mutated) -> Action& { return place.question(mutated).then[i]; }, mutants);
    }
    for (std::size_t i = 0; i < question.no_match.size(); ++i) {
        mutate_action(
            script, place, place.name + ": rung " + std::to_string(i + 1), question.no_match[i],
            [place, i](Script& mutated) -> Action& { return place.question(mutated).no_match[i]; }, mutants);
    }
    for (std::size_t i = 0; i < question.no_input.size(); ++i) {
        const std::string id = place.name + ": silence " + std::to_string(i + 1);
        mutants.push_back(
            {"drop-reminder", id, id + " is dropped", place.name, place.flow, [place, i](Script& mutated) {
                 auto& all = place.question(mutated).no_input;
                 all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
             }});
        mutate_action(
            script, place, id, question.no_input[i].action,
            [place, i](Script& mutated) -> Action& { return place.question(mutated).no_input[i].action; },
            mutants);
    }
    if (!question.has_skip) return;
    mutate_action(
        script, place, place.name + ": skip", question.skip,
        [place](Script& mutated) -> Action& { return place.question(mutated).skip; }, mutants);
}

}  // namespace attune::dialogs
