#include "dialogs/analysis/mismatch.hpp"

#include <algorithm>
#include <iterator>

#include "dialogs/analysis/winner.hpp"

namespace attune::dialogs {

namespace {

using Values = std::vector<std::string>;

std::string list(const Values& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return "[" + text + "]";
}

constexpr const char* not_answered = "not answered";

std::string list(const std::optional<Values>& values) {
    return values ? list(*values) : not_answered;
}

std::string yes_no(bool value) {
    return value ? "true" : "false";
}

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

/// All that is remembered, as the running flow sees it.
Slots known_slots(const Position& now) {
    Slots slots = now.slots;
    if (now.stack.empty()) return slots;
    for (const auto& [slot, values] : now.stack.back().slots) slots[slot] = values;
    return slots;
}

Values lines_of(const Turn& turn) {
    Values lines;
    for (const Reply& reply : turn.replies) lines.push_back(reply.line);
    return lines;
}

std::string first_of(const Turn& turn) {
    return turn.replies.empty() ? "nothing" : turn.replies.front().line;
}

/// What waits beneath the running flow, the uppermost first.
Values under(const Turn& turn) {
    Values steps;
    const auto& stack = turn.state.now.stack;
    for (auto frame = stack.rbegin(); frame != stack.rend(); ++frame) {
        if (frame != stack.rbegin())
            steps.push_back(frame->flow + (frame->step.empty() ? "" : "." + frame->step));
    }
    return steps;
}

bool is_crisis(const Turn& turn) {
    return std::any_of(turn.replies.begin(), turn.replies.end(),
                       [](const Reply& reply) { return reply.crisis; });
}

/// One expectation beside what came.
struct Compared {
    Values key;
    std::string expected;
    std::string got;
};

class Comparison {
public:
    Comparison(const Script& script, const Turn& turn, const Expectation& expect)
        : script_(script), turn_(turn), expect_(expect) {
        lines();
        state();
        safety();
        rule();
    }
    std::vector<Compared> all;

private:
    void add(const Values& key, const std::string& expected, const std::string& got) {
        if (expected != got) all.push_back({key, expected, got});
    }
    void lines() {
        if (expect_.says) add({"says"}, list(*expect_.says), list(lines_of(turn_)));
        if (expect_.first) add({"first"}, *expect_.first, first_of(turn_));
    }
    void state() {
        if (expect_.step) add({"step"}, *expect_.step, position_of(turn_.state));
        if (expect_.under) add({"under"}, list(*expect_.under), list(under(turn_)));
        for (const auto& [slot, expected] : expect_.slots) {
            add({"slots", slot}, list(expected), list(values_of(turn_.state.now, slot)));
        }
        const auto options = open_choices(script_, turn_.state).items.size();
        if (expect_.options) add({"options"}, std::to_string(*expect_.options), std::to_string(options));
        if (expect_.ended) add({"ended"}, yes_no(*expect_.ended), yes_no(turn_.state.now.ended));
    }
    void safety() {
        if (expect_.safety)
            add({"safety"}, *expect_.safety, turn_.safety ? turn_.safety->safety_class : "none");
        if (expect_.crisis) add({"crisis"}, yes_no(*expect_.crisis), yes_no(is_crisis(turn_)));
    }
    void rule() {
        const Winner winner = winner_of(turn_);
        if (expect_.repair) add({"repair"}, *expect_.repair, repair_of(winner));
        if (!expect_.interrupt || is_interrupt(turn_, winner, *expect_.interrupt)) return;
        add({"interrupt"}, *expect_.interrupt, interrupt_of(winner));
    }

    const Script& script_;
    const Turn& turn_;
    const Expectation& expect_;
};

void compare_some(const Turn& turn, const Expectation& expect, Values& wrong) {
    const Values said = lines_of(turn);
    for (const std::string& line : expect.says_some) {
        if (std::find(said.begin(), said.end(), line) != said.end()) continue;
        wrong.push_back(differs("says_some", line, list(said)));
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
    compare_some(turn, expect, wrong);
    for (const Compared& one : Comparison(script, turn, expect).all) {
        const bool is_slot = one.key.front() == "slots";
        wrong.push_back(differs(is_slot ? "slot " + one.key.back() : one.key.front(), one.expected, one.got));
    }
    return wrong;
}

Met met(const Script& script, const Turn& turn, const Expectation& expect) {
    Met values;
    for (const Compared& one : Comparison(script, turn, expect).all) {
        std::string text = one.got;
        if (text == not_answered) text = "null";
        if (text == "-") text = "\"-\"";
        values.emplace_back(one.key, std::move(text));
    }
    return values;
}

std::string explain(const Turn& turn) {
    std::string text = "  now at: " + position_of(turn.state);
    for (const std::string& step : under(turn)) text += ", over " + step;
    for (const auto& [slot, values] : known_slots(turn.state.now))
        text += "\n  knows: " + slot + " = " + list(values);
    const Trace& trace = turn.trace;
    if (!trace.words.empty()) text += "\n  heard:" + trace.words;
    if (!trace.safety.empty()) text += "\n  safety: " + trace.safety;
    for (const Candidate& candidate : trace.candidates) {
        text += candidate.lost.empty() ? "\n  won: " : "\n  lost: ";
        text += candidate.rule + pattern_of(candidate);
        if (!candidate.lost.empty()) text += " because " + candidate.lost;
    }
    if (!trace.words.empty() && trace.candidates.empty() && trace.safety.empty())
        text += "\n  won: nothing matched";
    for (const std::string& step : trace.steps) text += "\n  ran: " + step;
    return text;
}

}  // namespace attune::dialogs
