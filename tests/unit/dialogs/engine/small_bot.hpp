#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

#include "dialogs/engine/turn.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs::test {

/// A complete little bot with every construct in it; loaded once. Its files stand in small_bot.cpp.
std::shared_ptr<const Script> small_bot();

/// The files of the small bot, with these beside them or in their place.
BotFiles small_bot_files(const BotFiles& others);

/// The small bot with other files; fails the test when it does not load.
std::shared_ptr<const Script> small_bot_with(const BotFiles& others);

/// Holds a conversation with the small bot, a minute a turn. Between any two turns the state is written to
/// JSON and read back, so persistence cannot rot unnoticed.
class Talk {
public:
    Talk() : Talk(small_bot()) {}
    explicit Talk(std::shared_ptr<const Script> script, Opened opened = {})
        : script_(std::move(script)), state_(new_conversation(*script_, 0)) {
        event(opened);
    }

    /// What was said, by line id, and the rest of the turn in `turn()`.
    std::vector<std::string> says(const std::string& text) { return event(Said{text}); }
    std::vector<std::string> taps(const std::string& value) { return event(Chose{{value}}); }
    std::vector<std::string> ticks(std::vector<std::string> values) { return event(Chose{std::move(values)}); }
    std::vector<std::string> event(const Event& event);

    const Turn& turn() const { return turn_; }
    const State& state() const { return state_; }
    std::string at() const { return position_of(state_); }
    std::string text(std::size_t reply) const { return turn_.replies.at(reply).text; }

private:
    std::shared_ptr<const Script> script_;
    State state_;
    Turn turn_;
    Time now_ = 0;
};

using Lines = std::vector<std::string>;

}  // namespace attune::dialogs::test
