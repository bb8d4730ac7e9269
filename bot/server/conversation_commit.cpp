#include <utility>

#include "bot/server/conversation_parts.hpp"

namespace attune::bot {

using transports::Code;
using transports::Refusal;

/// The conversation as it is, one version on, living on from `now`.
LiveConversation::ChangePtr LiveConversation::new_change(long long now) {
    auto change = std::make_shared<Change>();
    change->row = row_;
    ++change->row.version;
    change->row.expires_at = now + surroundings_->expiry_ms;
    return change;
}

/// Writes the change; once it is durable, makes it true here, tells the subscribers and goes on with `then`.
void LiveConversation::store_change(ChangePtr change, std::function<void(const Refusal*)> then) {
    Commit commit;
    commit.conversation = change->row;
    commit.conversation.state = dialogs::write_state(change->state);
    for (const auto& event : change->events) commit.events.push_back({event.seq, event.type, *event.json});
    commit.message = change->message;
    commit.anew = change->anew;
    commit.posting = std::move(change->posting);
    auto stored = [this, change, then = std::move(then)](const Result<void>& result) {
        if (!result) {
            const Refusal why = not_stored(result.error());
            return then(&why);
        }
        row_ = std::move(change->row);
        state_ = std::move(change->state);
        if (change->message) recent_.add(std::move(*change->message));
        greeting_.clear();
        subscribers_.deliver(change->events);
        if (change->handoff) ask_for_a_person();
        arm();
        then(nullptr);
    };
    surroundings_->store.commit(std::move(commit), at_home<void>(std::move(stored)));
}

void LiveConversation::ask_for_a_person() {
    surroundings_->note(LogLine("handoff"));
    if (surroundings_->handoff) surroundings_->handoff(id_);
}

Refusal LiveConversation::not_stored(const Error& error) {
    // Another process changed the row, or deleted it: what is in memory is not true any more.
    if (error.code == Errc::conflict) loaded_ = false;
    surroundings_->store_failed_at = surroundings_->now();
    surroundings_->note(LogLine("not_stored").with(error));
    return refusal(Code::unavailable, "it could not be stored, nothing was changed; send it again");
}

}  // namespace attune::bot
