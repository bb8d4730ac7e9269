#include "dialogs/analysis/winner.hpp"

#include <string_view>

namespace attune::dialogs {

namespace {

/// What stands behind `prefix` in the text, or nothing.
std::optional<std::string> behind(const std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    return text.substr(prefix.size());
}

std::optional<Winner> of_candidate(const Candidate& candidate) {
    if (!candidate.lost.empty()) return std::nullopt;
    if (auto name = behind(candidate.rule, "answer ")) return Winner{Winner::Kind::answer, *name};
    if (auto name = behind(candidate.rule, "command ")) return Winner{Winner::Kind::command, *name};
    if (auto name = behind(candidate.rule, "start ")) return Winner{Winner::Kind::topic, *name};
    return std::nullopt;
}

std::string aside_of(const Position& now) {
    return now.aside.kind == Aside::Kind::after_silence ? "after_silence" : "did_you_mean";
}

bool leads_away(const std::string& command) {
    return command == "menu" || command == "person" || command == "stop" || command == "erase";
}

}  // namespace

Winner winner_of(const Turn& turn) {
    const Trace& trace = turn.trace;
    if (!trace.safety.empty()) return {Winner::Kind::danger, trace.safety.substr(0, trace.safety.find(' '))};
    for (const Candidate& candidate : trace.candidates) {
        if (auto winner = of_candidate(candidate)) return *winner;
    }
    for (const std::string& step : trace.steps) {
        if (step == "asks aside") return {Winner::Kind::aside, aside_of(turn.state.now)};
        if (auto number = behind(step, "silence ")) return {Winner::Kind::silence, *number};
        if (auto rung = behind(step, "rung ")) return {Winner::Kind::no_match, *rung};
        if (step == "pressed") return {Winner::Kind::pressed, ""};
    }
    return {trace.words.empty() ? Winner::Kind::nothing : Winner::Kind::no_match, ""};
}

std::string to_text(const Winner& winner) {
    const std::string name = winner.name.empty() ? "" : " " + winner.name;
    switch (winner.kind) {
        case Winner::Kind::nothing:
            return "nothing";
        case Winner::Kind::danger:
            return "danger" + name;
        case Winner::Kind::answer:
            return "answer" + name;
        case Winner::Kind::pressed:
            return "pressed";
        case Winner::Kind::command:
            return "command" + name;
        case Winner::Kind::topic:
            return "topic" + name;
        case Winner::Kind::no_match:
            return "no_match" + name;
        case Winner::Kind::aside:
            return "aside" + name;
        case Winner::Kind::silence:
            return "silence" + name;
    }
    return "";
}

std::string repair_of(const Winner& winner) {
    if (winner.kind == Winner::Kind::no_match) return "no_match";
    if (winner.kind == Winner::Kind::aside) return winner.name;
    return winner.kind == Winner::Kind::command && !leads_away(winner.name) ? winner.name : "none";
}

std::string interrupt_of(const Winner& winner) {
    const bool breaks_in = winner.kind == Winner::Kind::danger || winner.kind == Winner::Kind::topic ||
                           (winner.kind == Winner::Kind::command && leads_away(winner.name));
    return breaks_in ? winner.name : "none";
}

bool is_interrupt(const Turn& turn, const Winner& winner, const std::string& name) {
    if (name == "crisis") return winner.kind == Winner::Kind::danger || turn.safety.has_value();
    return interrupt_of(winner) == name;
}

}  // namespace attune::dialogs
