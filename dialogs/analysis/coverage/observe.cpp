#include <iterator>
#include <sstream>

#include "dialogs/analysis/coverage/items.hpp"
#include "dialogs/analysis/winner.hpp"

namespace attune::dialogs {

namespace {

using Found = std::function<void(const std::string&)>;

const Step* step_named(const Script& script, const std::string& name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return nullptr;
    const Flow* flow = script.flow(name.substr(0, dot));
    return flow == nullptr ? nullptr : flow->step(name.substr(dot + 1));
}

/// What ran: `flow.step`, and perhaps ` asks`, ` arm N`, ` passed over` behind it.
void observe_note(const Script& script, const std::string& note, const Found& found) {
    const std::size_t space = note.find(' ');
    const std::string name = note.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : note.substr(space + 1);
    const Step* step = step_named(script, name);
    if (step == nullptr) return;
    if (rest == "passed over") return found(name + ": if does not hold");
    found(name);
    if (step->condition.op != Condition::Op::always) found(name + ": if holds");
    const auto* branch = std::get_if<Branch>(&step->what);
    if (branch == nullptr || !rest.starts_with("arm ")) return;
    const bool is_none = rest == "arm " + std::to_string(branch->arms.size() + 1);
    found(name + ": " + (is_none ? "no arm" : rest));
}

void observe_values(const std::string& question, const std::vector<std::string>& values, const Found& found) {
    for (const std::string& value : values) found(question + ": option " + value);
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

/// How the question that was open before the turn was left.
void observe_edge(const std::string& question, const Ask& ask, const Event& event, const Turn& turn,
                  const Found& found) {
    const Winner winner = winner_of(turn);
    switch (winner.kind) {
        case Winner::Kind::nothing:
            return;
        case Winner::Kind::danger:
            return found(question + ": danger");
        case Winner::Kind::topic:
            return found(question + ": topic");
        case Winner::Kind::no_match:
            return found(question + ": rung " + winner.name);
        case Winner::Kind::silence:
            return found(question + ": silence " + winner.name);
        case Winner::Kind::aside:
            return found("bot: " + winner.name);
        case Winner::Kind::answer:
            return observe_values(question, words_of(winner.name), found);
        case Winner::Kind::pressed:
            if (const auto* chose = std::get_if<Chose>(&event))
                observe_values(question, chose->values, found);
            return;
        case Winner::Kind::command:
            if (winner.name == "skip" && ask.has_skip) return found(question + ": skip");
            if (winner.name == "why" && !ask.why.empty()) return found(question + ": why");
            return found(question + ": command " + winner.name);
    }
}

}  // namespace

void observe(const Script& script, const State& before, const Event& event, const Turn& turn,
             const Found& found) {
    for (const Reply& reply : turn.replies) found("line " + reply.line);
    for (const std::string& note : turn.trace.steps) observe_note(script, note, found);
    if (before.now.aside.kind != Aside::Kind::none) return;  // another question lay over the open one
    const std::string question = position_of(before);
    const Step* step = step_named(script, question);
    const auto* ask = step == nullptr ? nullptr : std::get_if<Ask>(&step->what);
    if (ask != nullptr && turn.outcome != Outcome::stale_choice)
        observe_edge(question, *ask, event, turn, found);
}

}  // namespace attune::dialogs
