#include "dialogs/analysis/explore/promises.hpp"

#include <algorithm>

namespace attune::dialogs {

namespace {

using Kind = Guarantee::Kind;

bool says(const Turn& turn, const std::string& line) {
    return std::any_of(turn.replies.begin(), turn.replies.end(),
                       [&](const Reply& reply) { return reply.line == line; });
}

/// As it is told, without its first word's capital.
std::string promise_of(const Guarantee& one) {
    const std::string goal = one.at_end         ? "the end"
                             : one.line.empty() ? "the flow '" + one.flow + "'"
                                                : "the line '" + one.line + "'";
    const std::string turns = std::to_string(one.turns) + (one.turns == 1 ? " turn" : " turns");
    switch (one.kind) {
        case Kind::answer:
            return "'" + one.intent + one.safety + "' leads to " + goal + " within " + turns;
        case Kind::way_out:
            return goal + " can be reached within " + turns;
        case Kind::after:
            return "what is tagged '" + one.tag + "' speaks only after '" + one.line + "'";
        case Kind::most_lines:
            return "a turn has at most " + std::to_string(one.count) + " messages";
    }
    return "";
}

}  // namespace

Told told_after(const Script& script, Told told, const Turn& turn) {
    for (std::size_t i = 0; i < script.guarantees.size() && i < 64; ++i) {
        const Guarantee& one = script.guarantees[i];
        if (one.kind == Kind::after && says(turn, one.line)) told |= Told{1} << i;
    }
    return told;
}

Promises::Promises(const Script& script, const TurnRules& rules) : script_(script), rules_(rules) {}

std::vector<Violation> Promises::broken_by(const State& before, const Input& input, const Turn& turn,
                                           Told told) {
    std::vector<Violation> broken;
    if (turn.outcome == Outcome::stale_choice) return broken;
    for (std::size_t i = 0; i < script_.guarantees.size(); ++i) {
        const Guarantee& one = script_.guarantees[i];
        bool is_broken = false;
        if (one.kind == Kind::most_lines)
            is_broken = turn.replies.size() > static_cast<std::size_t>(one.count);
        if (one.kind == Kind::after) is_broken = speaks_too_early(one, i, turn, told);
        const bool is_asked = one.kind == Kind::way_out || (one.kind == Kind::answer && is_meant(one, input));
        if (is_asked && !is_kept(one, turn)) {
            const auto [known, is_new] = found_.try_emplace(
                std::to_string(i) + " " + position_of(before) + " " + position_of(turn.state), true);
            if (is_new)
                known->second =
                    can_keep(one, turn.state, one.kind == Kind::answer ? one.turns - 1 : one.turns,
                             one.kind == Kind::way_out);
            is_broken = !known->second;
        }
        if (!is_broken) continue;
        broken.push_back({"promise-broken",
                          std::to_string(i),
                          {one.file, one.row, one.column},
                          "at " + position_of(before) + " this does not hold: " + promise_of(one)});
    }
    return broken;
}

bool Promises::is_meant(const Guarantee& one, const Input& input) const {
    const auto* understood = std::get_if<Understood>(&input.event);
    if (understood == nullptr) return false;
    const auto& what = understood->what;
    if (!one.safety.empty()) return what.safety && what.safety->safety_class == one.safety;
    return what.intents.size() == 1 && what.intents.front().name == one.intent;
}

bool Promises::is_kept(const Guarantee& one, const Turn& turn) const {
    if (one.at_end) return turn.state.now.ended;
    if (!one.line.empty()) return says(turn, one.line);
    const auto& stack = turn.state.now.stack;
    if (!stack.empty() && stack.back().flow == one.flow) return true;
    return std::any_of(turn.replies.begin(), turn.replies.end(), [&](const Reply& reply) {
        return rules_.step_of(reply.line).starts_with(one.flow + ".");
    });
}

bool Promises::speaks_too_early(const Guarantee& one, std::size_t number, const Turn& turn, Told told) const {
    if (number >= 64 || (told >> number & 1U) != 0) return false;
    for (const Reply& reply : turn.replies) {
        if (reply.line == one.line) return false;
        const std::string& step = rules_.step_of(reply.line);
        const Flow* flow = script_.flow(step.substr(0, step.find('.')));
        if (flow != nullptr && std::find(flow->tags.begin(), flow->tags.end(), one.tag) != flow->tags.end())
            return true;
    }
    return false;
}

/// Breadth first; a question is looked at once.
bool Promises::can_keep(const Guarantee& one, const State& from, int turns, bool with_commands) const {
    std::vector<State> level = {from};
    std::set<std::string> seen;
    for (int left = turns; left > 0 && !level.empty(); --left) {
        std::vector<State> next;
        for (const State& state : level) {
            for (const Event& event : events_at(state, with_commands)) {
                const Turn result = turn(script_, state, event, state.at + 1000);
                if (is_kept(one, result)) return true;
                if (seen.insert(position_of(result.state)).second) next.push_back(result.state);
            }
        }
        level = std::move(next);
    }
    return false;
}

std::vector<Event> Promises::events_at(const State& state, bool with_commands) const {
    std::vector<Event> events;
    const Choices choices = open_choices(script_, state);
    for (const Choice& choice : choices.items) events.emplace_back(Chose{{choice.value}});
    if (choices.many) events.emplace_back(Chose{});
    for (const Interrupt& command : script_.interrupts) {
        if (!with_commands && command.command != Command::skip) continue;
        if (command.command == Command::erase) continue;
        Understood meant;
        nlu::IntentMatch match;
        match.name = command.intent;
        match.whole = true;
        meant.what.intents.push_back(std::move(match));
        events.emplace_back(std::move(meant));
    }
    return events;
}

}  // namespace attune::dialogs
