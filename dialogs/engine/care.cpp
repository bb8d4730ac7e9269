#include "dialogs/engine/care.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "dialogs/engine/limits.hpp"

namespace attune::dialogs {

namespace {

constexpr Time hour = 3'600'000;

/// The gravest signal that this flow answers, or nothing. O(signals).
std::optional<nlu::SafetySignal> gravest(const Script& script, const std::string& flow) {
    std::optional<nlu::SafetySignal> found;
    for (const auto& [key, answer] : script.safety_flows) {
        const std::size_t space = key.find(' ');
        if (answer != flow || space == std::string::npos) continue;
        const auto level = nlu::level_of(key.substr(space + 1));
        if (!level || (found && *level <= found->level)) continue;
        found = {key.substr(0, space), *level, "an answer", nlu::SafetySignal::By::context};
    }
    return found;
}

/// "Yes" to the bot's own question: the answer led from one crisis flow into another one.
void hear_answer(Run& run, const Position& before) {
    if (before.stack.empty() || run.now().stack.empty()) return;
    const std::string& was = before.stack.back().flow;
    const std::string& now = run.top().flow;
    const Flow* from = run.script.flow(was);
    if (was == now || from == nullptr || !from->crisis || before.stack.size() < run.now().stack.size())
        return;
    std::optional<nlu::SafetySignal> signal = gravest(run.script, now);
    int& asked = run.turn.state.care.asked[now];
    if (!signal) return;
    const int level = 1 + static_cast<int>(signal->level);
    const bool is_worse = level > asked;
    asked = std::max(asked, level);
    if (!is_worse) return;
    run.turn.state.care.pinned = true;
    run.turn.state.care.quiet = 0;
    nlu::remember(run.turn.state.safety, " ", signal);
    run.turn.safety = std::move(signal);
}

/// Tells again, first of all, that this is a program.
void disclose(Run& run, Time now) {
    Time& disclosed = run.turn.state.care.disclosed;
    const SafetyPolicy& policy = run.script.safety_policy;
    if (policy.disclosure_again.id.empty() || now - disclosed < policy.disclosure_hours * hour) return;
    disclosed = now;
    std::vector<Reply> said = std::exchange(run.turn.replies, {});
    say(run, policy.disclosure_again);
    std::move(said.begin(), said.end(), std::back_inserter(run.turn.replies));
}

/// Brings the help card back to mind after some quiet turns. The choices stay on the last bubble.
void bring_card_back(Run& run) {
    Care& care = run.turn.state.care;
    const SafetyPolicy& policy = run.script.safety_policy;
    const Flow* flow = run.flow();
    const bool has_card = run.turn.safety.has_value() || flow == nullptr || flow->crisis;
    if (!care.pinned || has_card || policy.card_again.id.empty()) return;
    if (++care.quiet < policy.card_every || run.turn.replies.empty()) return;
    care.quiet = 0;
    Choices choices = std::exchange(run.turn.replies.back().choices, {});
    say(run, policy.card_again);
    run.turn.replies.back().choices = std::move(choices);
}

}  // namespace

void look_after(Run& run, const Position& before, Time now) {
    if (run.turn.outcome != Outcome::going_on) return;
    hear_answer(run, before);
    bring_card_back(run);
    // Where danger was heard help comes first, and where much is said already it would be one too many: the
    // reminder waits for the next turn.
    const std::size_t said = run.turn.replies.size();
    if (said > 0 && said <= max_bubbles_a_turn && !run.turn.safety) disclose(run, now);
}

}  // namespace attune::dialogs
