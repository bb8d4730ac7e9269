#include <algorithm>
#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "bot/server/turn_events.hpp"

namespace attune::bot {

/// Sets the clock for what the open question has to say to silence, while somebody is there to see it.
void LiveConversation::arm() {
    silence_.cancel();
    if (subscribers_.empty() || row_.ended || gone_) return;
    dialogs::State state = state_;
    const auto bot = surroundings_->bots.version_for(state);
    const auto due = dialogs::next_timer(*bot, state);
    if (!due) return;
    silence_.expires_after(std::chrono::milliseconds(std::max(0LL, *due - surroundings_->now())));
    silence_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
        const auto self = error ? nullptr : weak.lock();
        if (self) self->silence();
    });
}

void LiveConversation::silence() {
    enqueue([this](const transports::Refusal* trouble) {
        if (trouble != nullptr || row_.ended || subscribers_.empty()) return job_done();
        say_to_silence();
    });
}

void LiveConversation::say_to_silence() {
    const long long now = surroundings_->now();
    dialogs::State state = state_;
    const auto bot = surroundings_->bots.version_for(state);
    auto turn = dialogs::turn(*bot, std::move(state), dialogs::Waited{}, now);
    if (turn.replies.empty()) {
        // Somebody wrote in between, or the clock was a little early.
        arm();
        return job_done();
    }
    TurnEvents log(row_.last_seq, now);
    log.add_replies(turn.replies, bot->in(turn.state.locale).locale);
    auto change = new_change(now);
    change->row.expires_at = row_.expires_at;  // silence keeps nothing longer
    change->row.last_seq = log.last_seq();
    if (log.prompt_seq() != 0) change->row.prompt_seq = log.prompt_seq();
    change->state = std::move(turn.state);
    change->handoff = turn.handoff;
    change->events = std::move(log.events());
    store_change(change, [this](const transports::Refusal*) { job_done(); });
}

}  // namespace attune::bot
