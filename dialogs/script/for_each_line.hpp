#pragma once

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

namespace detail {

template <class Visit>
void visit_lines(const std::vector<Line>& lines, Visit& visit) {
    for (const Line& line : lines) visit(line);
}

template <class Visit>
void visit_lines(const Act& act, Visit& visit) {
    visit_lines(act.action.say, visit);
}

template <class Visit>
void visit_lines(const Ask& ask, Visit& visit) {
    visit_lines(ask.say, visit);
    visit_lines(ask.why, visit);
    for (const Action& action : ask.then) visit_lines(action.say, visit);
    for (const Action& action : ask.no_match) visit_lines(action.say, visit);
    for (const Reminder& reminder : ask.no_input) visit_lines(reminder.action.say, visit);
    visit_lines(ask.skip.say, visit);
}

template <class Visit>
void visit_lines(const Branch& branch, Visit& visit) {
    for (const Branch::Arm& arm : branch.arms) visit_lines(arm.action.say, visit);
}

}  // namespace detail

/// Calls `visit(line)` for every line of the script, in file order: for review, coverage and checks.
template <class Visit>
void for_each_line(const Script& script, Visit visit) {
    for (const Flow& flow : script.flows) {
        for (const Step& step : flow.steps) {
            std::visit([&](const auto& what) { detail::visit_lines(what, visit); }, step.what);
        }
    }
    for (const Action& action : script.no_match) detail::visit_lines(action.say, visit);
    detail::visit_lines(script.did_you_mean.say, visit);
    detail::visit_lines(script.after_silence.say, visit);
    const EngineLines& own = script.lines;
    for (const Line* line : {&own.resume, &own.back, &own.nothing_before, &own.no_why, &own.cannot_skip,
                             &own.not_understood, &own.lost, &own.welcome_back}) {
        visit(*line);
    }
    const ChannelLines& channel = script.channel_lines;
    for (const Line* line :
         {&channel.stop, &channel.start, &channel.help, &channel.number, &channel.numbers, &channel.list}) {
        if (!line->id.empty()) visit(*line);
    }
    for (const Line* line : {&script.lines.corrected, &script.safety_policy.card_again,
                             &script.safety_policy.disclosure_again}) {
        if (!line->id.empty()) visit(*line);
    }
}

}  // namespace attune::dialogs
