#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/engine/event.hpp"
#include "dialogs/engine/state.hpp"
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
    std::optional<std::string> safety;  ///< the class, or `none`
    std::optional<bool> crisis;         ///< whether a reply was marked so
};

struct TestTurn {
    Place place;
    std::string written;  ///< as the author wrote it, e.g. `user: "why"`
    Event event;
    Time wait = 0;        ///< milliseconds that pass before the event
    Expectation expect;
};

struct ConversationTest {
    std::string suite;
    std::string name;
    Place place;
    std::optional<Position> from;  ///< where it starts; nothing: a conversation that was just opened
    std::vector<TestTurn> turns;
};

/// What went wrong: several lines for the author, without an end of line behind the last.
struct TestFailure {
    Place place;
    std::string text;
};

/// Holds the conversation with the bot, by a clock that starts at 0 and that only waits move, and stops at the
/// first turn that is not as expected. Between any two turns the state is written to JSON and read back, and must
/// come back the same. Pure; O(turns).
std::optional<TestFailure> run(const Script& script, const ConversationTest& test);

}  // namespace attune::dialogs
