#pragma once

#include <memory>
#include <vector>

#include "dialogs/engine/turn.hpp"

namespace attune::bot {

/// A conversation held in the program itself: no store, and a clock that starts at 0 and is moved by hand, so that
/// the same input gives the same output to the byte.
class Talk {
public:
    /// Opens the conversation; `turn()` is what was said.
    explicit Talk(std::shared_ptr<const dialogs::Script> script);

    /// One turn. After one that asks to erase everything, nothing is left but a new conversation, not yet opened.
    const dialogs::Turn& take(const dialogs::Event& event, dialogs::Time wait = 0);
    /// Begins anew, as if nothing had been said.
    const dialogs::Turn& open();
    /// Takes the last event back. False when there is none.
    bool undo();

    const dialogs::Turn& turn() const { return turn_; }
    const dialogs::State& state() const { return state_; }
    dialogs::Choices choices() const { return dialogs::open_choices(*script_, state_); }

private:
    std::shared_ptr<const dialogs::Script> script_;
    dialogs::State state_;
    dialogs::Turn turn_;
    std::vector<dialogs::State> before_;
    dialogs::Time now_ = 0;
};

}  // namespace attune::bot
