#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/engine/event.hpp"
#include "dialogs/engine/turn.hpp"
#include "dialogs/language/diagnostic.hpp"
#include "dialogs/script/script.hpp"

/// Conversations that a bot's authors wrote down, with what must come of them: `tests/*.yaml`.
namespace attune::dialogs {

/// What must hold after a turn. What is not given is not looked at.
struct Expectation {
    struct SlotIs {
        std::string slot;
        std::optional<std::vector<std::string>> values;  ///< nothing: not answered
    };
    std::optional<std::vector<std::string>> says;  ///< ids of all lines, in order
    std::vector<std::string> says_some;
    std::optional<std::string> step;  ///< `flow.step`, or `-`
    std::vector<SlotIs> slots;        ///< as the running flow sees them
    std::optional<int> options;       ///< how many are on offer
    std::optional<bool> ended;
    std::optional<std::string> safety;     ///< the class, or `none`
    std::optional<bool> crisis;            ///< whether a reply was marked so
    std::optional<std::string> first;      ///< id of the line that is said first
    std::optional<std::string> interrupt;  ///< what broke in: `Winner::interrupt`
    std::optional<std::string> repair;     ///< how the conversation was mended: `Winner::repair`
    std::optional<std::vector<std::string>>
        under;  ///< `flow.step` of what waits beneath, the uppermost first

    /// Whether what is said or where it leads is looked at: only then a person wrote down what should come.
    bool asserts() const { return says || !says_some.empty() || step || first || under; }
};

struct TestTurn {
    Place place;
    std::string written;  ///< as the author wrote it, e.g. `user: "why"`
    Event event;
    Time wait = 0;  ///< milliseconds that pass before the event
    Expectation expect;
};

struct ConversationTest {
    std::string suite;
    std::string name;
    Place place;
    std::string channel;           ///< the channel's name; empty: none in particular
    Time clock = 0;                ///< when it starts
    std::string locale;  ///< the language that the visitor opens the conversation with; empty: the bot's own
    std::optional<Position> from;  ///< where it starts; nothing: a conversation that was just opened
    std::vector<TestTurn> turns;
};

/// What went wrong: several lines for the author, without an end of line behind the last.
struct TestFailure {
    Place place;
    std::string text;
};

/// `suite: name`, and the channel where there is one.
std::string title_of(const ConversationTest& test);

/// One turn of a conversation that is being held.
struct HeldTurn {
    const TestTurn* written = nullptr;  ///< nullptr: the opening, which nobody wrote down
    const State& before;
    const Event& event;
    const Turn& turn;
};

/// Holds the conversation with the bot, by a clock that starts at the test's and that only waits move.
/// Between any two turns the state is written to JSON and read back, and must come back the same. Calls
/// `look` after every turn until it answers false. Answers what went wrong with the state. Pure; O(turns).
std::optional<TestFailure> hold(const Script& script, const ConversationTest& test,
                                const std::function<bool(const HeldTurn&)>& look);

/// Holds it and stops at the first turn that is not as expected.
std::optional<TestFailure> run(const Script& script, const ConversationTest& test);

}  // namespace attune::dialogs
