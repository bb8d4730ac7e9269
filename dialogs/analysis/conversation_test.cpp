#include "dialogs/analysis/conversation_test.hpp"

#include "dialogs/analysis/mismatch.hpp"

namespace attune::dialogs {

namespace {

TestFailure failure_at(const Place& place, const std::string& title, const std::string& text) {
    return {place, place.file + ":" + std::to_string(place.line) + ": " + title + "\n" + text};
}

/// A state as a store would bring it back; nothing when that is not the same one.
std::optional<State> stored(const State& state) {
    auto read = read_state(write_state(state));
    if (!read || *read != state) return std::nullopt;
    return *std::move(read);
}

/// The conversation before the first turn: new, or put to the step where the test starts.
State beginning(const Script& script, const ConversationTest& test) {
    State state = new_conversation(script, test.clock);
    if (test.from) state.now = *test.from;
    return state;
}

/// What is not as expected, with what explains it; empty when all is.
std::string complaint(const Script& script, const HeldTurn& held) {
    std::string text;
    for (const std::string& wrong : mismatches(script, held.turn, held.written->expect))
        text += "  " + wrong + "\n";
    return text.empty() ? text : text + explain(held.turn);
}

}  // namespace

std::string title_of(const ConversationTest& test) {
    return test.suite + ": " + test.name + (test.channel.empty() ? "" : " [" + test.channel + "]");
}

std::optional<TestFailure> hold(const Script& script, const ConversationTest& test,
                                const std::function<bool(const HeldTurn&)>& look) {
    State before = beginning(script, test);
    Time now = test.clock;
    const Event opened = Opened{test.locale, test.channel};
    Turn last = turn(script, before, opened, now);
    if (!look({nullptr, before, opened, last})) return std::nullopt;
    for (const TestTurn& step : test.turns) {
        auto state = stored(last.state);
        if (!state) {
            return failure_at(step.place, title_of(test) + ", at " + step.written,
                              "  the state before this turn does not survive being stored");
        }
        before = *std::move(state);
        now += step.wait;
        last = turn(script, before, step.event, now);
        if (!look({&step, before, step.event, last})) return std::nullopt;
    }
    if (stored(last.state)) return std::nullopt;
    return failure_at(test.place, title_of(test), "  the state at the end does not survive being stored");
}

std::optional<TestFailure> run(const Script& script, const ConversationTest& test) {
    std::optional<TestFailure> failure;
    auto broken = hold(script, test, [&](const HeldTurn& held) {
        if (held.written == nullptr) return true;
        const std::string text = complaint(script, held);
        if (text.empty()) return true;
        failure = failure_at(held.written->place, title_of(test) + ", at " + held.written->written, text);
        return false;
    });
    return failure ? failure : broken;
}

}  // namespace attune::dialogs
