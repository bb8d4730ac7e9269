#include "dialogs/analysis/mismatch.hpp"

#include <algorithm>
#include <iterator>

namespace attune::dialogs {

namespace {

using Values = std::vector<std::string>;

std::string list(const Values& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return "[" + text + "]";
}

std::string list(const std::optional<Values>& values) { return values ? list(*values) : "not answered"; }

std::string yes_no(bool value) { return value ? "true" : "false"; }

std::string differs(const std::string& what, const std::string& expected, const std::string& got) {
    return what + ": expected " + expected + ", got " + got;
}

/// A slot as the running flow sees it: its own, else the conversation's.
std::optional<Values> values_of(const Position& now, const std::string& slot) {
    if (!now.stack.empty()) {
        const Slots& own = now.stack.back().slots;
        if (auto found = own.find(slot); found != own.end()) return found->second;
    }
    auto found = now.slots.find(slot);
    return found == now.slots.end() ? std::nullopt : std::optional(found->second);
}

Values lines_of(const Turn& turn) {
    Values lines;
    for (const Reply& reply : turn.replies) lines.push_back(reply.line);
    return lines;
}

void compare_lines(const Turn& turn, const Expectation& expect, Values& wrong) {
    const Values said = lines_of(turn);
    if (expect.says && *expect.says != said) wrong.push_back(differs("says", list(*expect.says), list(said)));
    for (const std::string& line : expect.says_some) {
        if (std::find(said.begin(), said.end(), line) != said.end()) continue;
        wrong.push_back(differs("says_some", line, list(said)));
    }
}

void compare_state(const Script& script, const Turn& turn, const Expectation& expect, Values& wrong) {
    const std::string step = position_of(turn.state);
    if (expect.step && *expect.step != step) wrong.push_back(differs("step", *expect.step, step));
    for (const auto& [slot, expected] : expect.slots) {
        const auto values = values_of(turn.state.now, slot);
        if (values != expected) wrong.push_back(differs("slot " + slot, list(expected), list(values)));
    }
    const int options = static_cast<int>(open_choices(script, turn.state).items.size());
    if (expect.options && *expect.options != options) {
        wrong.push_back(differs("options", std::to_string(*expect.options), std::to_string(options)));
    }
    const bool ended = turn.state.now.ended;
    if (expect.ended && *expect.ended != ended) wrong.push_back(differs("ended", yes_no(*expect.ended), yes_no(ended)));
}

void compare_safety(const Turn& turn, const Expectation& expect, Values& wrong) {
    const std::string safety = turn.safety ? turn.safety->safety_class : "none";
    if (expect.safety && *expect.safety != safety) wrong.push_back(differs("safety", *expect.safety, safety));
    const bool crisis = std::any_of(turn.replies.begin(), turn.replies.end(), [](const Reply& reply) { return reply.crisis; });
    if (expect.crisis && *expect.crisis != crisis) {
        wrong.push_back(differs("crisis", yes_no(*expect.crisis), yes_no(crisis)));
    }
}

/// A button that is not on offer does nothing. Only a test that expects silence means that.
void compare_outcome(const Script& script, const Turn& turn, const Expectation& expect, Values& wrong) {
    if (turn.outcome != Outcome::stale_choice || (expect.says && expect.says->empty())) return;
    Values offered;
    for (const Choice& choice : open_choices(script, turn.state).items) offered.push_back(choice.value);
    wrong.push_back(differs("tap", "one of " + list(offered), "something that is not on offer"));
}

std::string pattern_of(const Candidate& candidate) {
    return candidate.pattern.empty() ? "" : " by \"" + candidate.pattern + "\"";
}

}  // namespace

std::vector<std::string> mismatches(const Script& script, const Turn& turn, const Expectation& expect) {
    Values wrong;
    compare_outcome(script, turn, expect, wrong);
    compare_lines(turn, expect, wrong);
    compare_state(script, turn, expect, wrong);
    compare_safety(turn, expect, wrong);
    return wrong;
}

std::string explain(const Turn& turn) {
    std::string text = "  now at: " + position_of(turn.state);
    const Trace& trace = turn.trace;
    if (!trace.words.empty()) text += "\n  heard:" + trace.words;
    if (!trace.safety.empty()) text += "\n  safety: " + trace.safety;
    for (const Candidate& candidate : trace.candidates) {
        text += candidate.lost.empty() ? "\n  won: " : "\n  lost: ";
        text += candidate.rule + pattern_of(candidate);
        if (!candidate.lost.empty()) text += " because " + candidate.lost;
    }
    if (!trace.words.empty() && trace.candidates.empty() && trace.safety.empty()) text += "\n  won: nothing matched";
    for (const std::string& step : trace.steps) text += "\n  ran: " + step;
    return text;
}

}  // namespace attune::dialogs
