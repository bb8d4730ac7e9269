#include "dialogs/engine/aside.hpp"

#include <algorithm>
#include <utility>

#include "dialogs/engine/limits.hpp"
#include "dialogs/engine/moves/moves.hpp"

namespace attune::dialogs {

namespace {

std::vector<nlu::Option> options_of(const Script& spoken, const Aside& aside) {
    if (aside.kind == Aside::Kind::after_silence)
        return {spoken.after_silence.go_on, spoken.after_silence.menu};
    std::vector<nlu::Option> options;
    for (const std::string& id : aside.flows) {
        const Flow* flow = spoken.flow(id);
        options.push_back({id, flow == nullptr ? id : flow->title, {}});
    }
    if (options.size() == 1) options.front().patterns = spoken.did_you_mean.sure;
    options.push_back(spoken.did_you_mean.none);
    return options;
}

/// The flow that an intent leads to, by itself or as a command.
const std::string* flow_of(const Script& script, const std::string& intent) {
    if (const auto starter = script.starters.find(intent); starter != script.starters.end())
        return &starter->second;
    for (const Interrupt& interrupt : script.interrupts) {
        if (interrupt.intent != intent) continue;
        const auto flow = script.command_flows.find(interrupt.command);
        if (flow != script.command_flows.end()) return &flow->second;
    }
    return nullptr;
}

/// Says the lines and hangs the aside's choices on the last one.
void ask_aside(Run& run, const std::vector<Line>& lines, Aside aside) {
    run.now().aside = std::move(aside);
    run.note("asks aside");
    say(run, lines);
    if (!run.turn.replies.empty()) run.turn.replies.back().choices = open_choices(run.script, run.turn.state);
}

}  // namespace

std::optional<Ask> aside_question(const Script& spoken, const Position& now) {
    if (now.aside.kind == Aside::Kind::none) return std::nullopt;
    auto options = nlu::OptionMatcher::build(options_of(spoken, now.aside));
    if (!options) return std::nullopt;
    Ask question;
    question.options = std::move(*options);
    return question;
}

std::vector<std::string> guessed_flows(Run& run, const nlu::Understanding& understood) {
    std::vector<std::string> flows;
    if (run.script.did_you_mean.say.empty() || run.now().stack.empty()) return flows;
    for (const nlu::IntentMatch& guess : understood.guesses) {
        const std::string* flow = flow_of(run.script, guess.name);
        if (flow == nullptr || *flow == run.top().flow || flows.size() == max_guesses) continue;
        if (std::find(flows.begin(), flows.end(), *flow) == flows.end()) flows.push_back(*flow);
    }
    return flows;
}

void ask_did_you_mean(Run& run, std::vector<std::string> flows) {
    ask_aside(run, run.script.did_you_mean.say, {Aside::Kind::did_you_mean, std::move(flows)});
}

bool is_return(const Script& script, const State& state, Time now) {
    const AfterSilence& question = script.after_silence;
    if (question.say.empty() || state.now.stack.empty() || state.now.ended) return false;
    return now - state.at >= question.after_ms;
}

void ask_after_silence(Run& run) {
    ask_aside(run, run.script.after_silence.say, {Aside::Kind::after_silence, {}});
}

void take_aside(Run& run, int option) {
    const Aside aside = std::exchange(run.now().aside, {});
    const auto index = static_cast<std::size_t>(option);
    if (aside.kind == Aside::Kind::did_you_mean) {
        return index < aside.flows.size() ? take_start(run, aside.flows[index]) : take_no_match(run);
    }
    run.turn.state.misses = 0;
    if (option == 1) enter_menu(run);
}

}  // namespace attune::dialogs
