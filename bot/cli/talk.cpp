#include "bot/cli/talk.hpp"

#include <utility>

namespace attune::bot {

using dialogs::Outcome;

Talk::Talk(std::shared_ptr<const dialogs::Script> script) : script_(std::move(script)) { open(); }

const dialogs::Turn& Talk::open() {
    before_.clear();
    state_ = dialogs::new_conversation(*script_, now_);
    turn_ = dialogs::turn(*script_, state_, dialogs::Opened{}, now_);
    state_ = turn_.state;
    return turn_;
}

const dialogs::Turn& Talk::take(const dialogs::Event& event, dialogs::Time wait) {
    now_ += wait;
    turn_ = dialogs::turn(*script_, state_, event, now_);
    if (turn_.outcome == Outcome::erase) {
        before_.clear();
        state_ = dialogs::new_conversation(*script_, now_);
    } else if (turn_.outcome != Outcome::stale_choice) {
        before_.push_back(std::exchange(state_, turn_.state));
    }
    return turn_;
}

bool Talk::undo() {
    if (before_.empty()) return false;
    state_ = std::move(before_.back());
    before_.pop_back();
    return true;
}

}  // namespace attune::bot
