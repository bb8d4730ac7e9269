#include "dialogs/analysis/conversation_test.hpp"

#include "dialogs/analysis/mismatch.hpp"

namespace attune::dialogs {

namespace {

std::string title(const ConversationTest& test) { return test.suite + ": " + test.name; }

TestFailure failure_at(const Place& place, const std::string& title, const std::string& text) {
    return {place, place.file + ":" + std::to_string(place.line) + ": " + title + "\n" + text};
}

/// A state as a store would bring it back; nothing when that is not the same one.
std::optional<State> stored(const State& state) {
    auto read = read_state(write_state(state));
    if (!read || *read != state) return std::nullopt;
    return *std::move(read);
}

/// The conversation before the first turn: opened, or put to the step where the test starts, and asked there.
Turn open(const Script& script, const ConversationTest& test) {
    State state = new_conversation(script, 0);
    if (test.from) state.now = *test.from;
    return turn(script, std::move(state), Opened{}, 0);
}

}  // namespace

std::optional<TestFailure> run(const Script& script, const ConversationTest& test) {
    Turn last = open(script, test);
    Time now = 0;
    for (const TestTurn& step : test.turns) {
        const std::string where = title(test) + ", at " + step.written;
        auto state = stored(last.state);
        if (!state) return failure_at(step.place, where, "  the state before this turn does not survive being stored");
        now += step.wait;
        last = turn(script, *std::move(state), step.event, now);
        std::string text;
        for (const std::string& wrong : mismatches(script, last, step.expect)) text += "  " + wrong + "\n";
        if (!text.empty()) return failure_at(step.place, where, text + explain(last));
    }
    if (!stored(last.state)) {
        return failure_at(test.place, title(test), "  the state at the end does not survive being stored");
    }
    return std::nullopt;
}

}  // namespace attune::dialogs
