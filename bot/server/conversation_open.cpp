#include <algorithm>
#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "bot/server/dice.hpp"
#include "bot/server/tokens.hpp"
#include "bot/server/turn_events.hpp"
#include "transports/websocket/protocol.hpp"

namespace attune::bot {

using transports::Code;
using transports::Done;
using transports::History;
using transports::LoggedEvent;
using transports::Opened;
using transports::Refusal;
using transports::Subscriber;

namespace {

/// How long a token that was replaced still opens: for a client that did not get the new one.
constexpr long long grace_ms = 60'000;
constexpr int replay_page = 100;

std::vector<LoggedEvent> to_logged(std::vector<StoredEvent> stored) {
    std::vector<LoggedEvent> events;
    events.reserve(stored.size());
    for (StoredEvent& event : stored) {
        events.push_back({event.seq, std::move(event.type),
                          std::make_shared<const std::string>(std::move(event.json))});
    }
    return events;
}

}  // namespace

void LiveConversation::begin(dialogs::Opened opening, Done<Opened> done) {
    opening_ = std::move(opening);
    loaded_ = true;
    recent_.set_complete();
    row_.id = id_;
    row_.expires_at = surroundings_->now() + surroundings_->expiry_ms;
    enqueue([this, done = std::move(done)](const Refusal*) { greet(random_token(), done); });
}

void LiveConversation::greet(const std::string& token, const Done<Opened>& done) {
    const long long now = surroundings_->now();
    const auto bot = surroundings_->bots.current();
    const dialogs::Script& script = *bot;
    auto turn = dialogs::turn(script, dialogs::new_conversation(script, now), opening_, now);
    TurnEvents events(0, now);
    events.add_replies(turn.replies, script.in(turn.state.locale).locale);
    auto change = new_change(now);
    change->row.token_hash = digest(token);
    change->row.last_seq = events.last_seq();
    change->row.prompt_seq = events.prompt_seq();
    change->state = std::move(turn.state);
    change->events = std::move(events.events());
    store_change(change, [this, change, token, done](const Refusal* failed) {
        if (failed != nullptr) {
            // It never was: nobody can have its token.
            gone_ = refusal(Code::not_found, "no such conversation");
            done(refuse(*failed));
            return job_done();
        }
        greeting_ = std::move(change->events);
        done(opened(false, token));
        job_done();
    });
}

void LiveConversation::open(std::string token, Rotate rotate, Done<Opened> done) {
    enqueue([this, token = std::move(token), rotate, done = std::move(done)](const Refusal* trouble) {
        if (trouble == nullptr) return admit(token, rotate, done);
        done(refuse(*trouble));
        job_done();
    });
}

void LiveConversation::admit(const std::string& token, Rotate rotate, const Done<Opened>& done) {
    const long long now = surroundings_->now();
    const bool fits = is_token(token, row_.token_hash) ||
                      (now < row_.previous_valid_until && is_token(token, row_.previous_token_hash));
    if (!fits || rotate == Rotate::no) {
        if (fits) {
            done(opened(true, token));
        } else {
            done(refuse(refusal(Code::unauthorized, "the token does not fit")));
        }
        return job_done();
    }
    auto change = new_change(now);
    const std::string next = random_token();
    // The token that came, not the newest one: if the answer is lost, it is the one that the client still has.
    change->row.previous_token_hash = digest(token);
    change->row.previous_valid_until = now + grace_ms;
    change->row.token_hash = digest(next);
    change->state = state_;
    greet_again(*change, now);
    store_change(change, [this, next, done](const Refusal* failed) {
        if (failed != nullptr) {
            done(refuse(*failed));
        } else {
            done(opened(true, next));
        }
        job_done();
    });
}

/// Whoever comes back after a long silence is asked whether to go on; part of the same commit.
void LiveConversation::greet_again(Change& change, long long now) {
    dialogs::State state = state_;
    const auto bot = surroundings_->bots.version_for(state);
    if (row_.ended || !dialogs::is_return(*bot, state, now)) return;
    auto turn = dialogs::turn(*bot, std::move(state), dialogs::Opened{}, now);
    TurnEvents log(row_.last_seq, now);
    log.add_replies(turn.replies, bot->in(turn.state.locale).locale);
    change.row.last_seq = log.last_seq();
    if (log.prompt_seq() != 0) change.row.prompt_seq = log.prompt_seq();
    change.state = std::move(turn.state);
    change.events = std::move(log.events());
}

Opened LiveConversation::opened(bool resumed, std::string token) {
    Opened result;
    result.conversation = shared_from_this();
    result.resume_token = std::move(token);
    result.expires_at = row_.expires_at;
    result.resumed = resumed;
    result.seq = row_.last_seq;
    return result;
}

void LiveConversation::history(std::uint64_t after, std::uint64_t before, int limit, Done<History> done) {
    limit = std::clamp(limit, 1, transports::protocol::max_history);
    enqueue([=, this, done = std::move(done)](const Refusal* trouble) {
        if (trouble != nullptr) {
            done(refuse(*trouble));
            return job_done();
        }
        auto read = [=, this](Result<std::vector<StoredEvent>> stored) {
            if (!stored) {
                done(refuse(not_stored(stored.error())));
                return job_done();
            }
            History history;
            history.events = to_logged(std::move(*stored));
            // Numbers have no gaps, so the first one tells whether there are earlier ones.
            history.more = !history.events.empty() && history.events.front().seq > after + 1;
            done(std::move(history));
            job_done();
        };
        surroundings_->store.events(id_, after, before, limit, at_home<std::vector<StoredEvent>>(std::move(read)));
    });
}

void LiveConversation::subscribe(std::shared_ptr<Subscriber> subscriber, std::uint64_t after) {
    enqueue([this, subscriber = std::move(subscriber), after](const Refusal* trouble) {
        if (trouble == nullptr) return replay(subscriber, after);
        const bool here = trouble->code != Code::not_found;
        subscriber->finish(here ? close_code::try_later : gone_code_, name_of(trouble->code));
        job_done();
    });
}

/// Gives the subscriber what the log holds, page by page. New events wait behind it in the queue: no gap.
void LiveConversation::replay(std::shared_ptr<Subscriber> subscriber, std::uint64_t after) {
    if (after >= row_.last_seq) return go_live(std::move(subscriber));
    if (!greeting_.empty() && greeting_.front().seq <= after + 1) {
        for (const LoggedEvent& event : std::exchange(greeting_, {})) {
            if (event.seq > after) subscriber->deliver(event);
        }
        return go_live(std::move(subscriber));
    }
    auto page = [this, subscriber](Result<std::vector<StoredEvent>> stored) {
        if (!stored) {
            not_stored(stored.error());
            subscriber->finish(close_code::try_later, "the log cannot be read");
            return job_done();
        }
        if (stored->empty()) return go_live(subscriber);
        const std::uint64_t last = stored->back().seq;
        for (const LoggedEvent& event : to_logged(std::move(*stored))) subscriber->deliver(event);
        replay(subscriber, last);
    };
    surroundings_->store.events(id_, after, after + 1 + replay_page, replay_page,
                                at_home<std::vector<StoredEvent>>(std::move(page)));
}

void LiveConversation::go_live(std::shared_ptr<Subscriber> subscriber) {
    if (row_.ended) {
        subscriber->finish(close_code::done, "ended");
    } else {
        subscribers_.add(std::move(subscriber));
        arm();
    }
    job_done();
}

void LiveConversation::unsubscribe(const Subscriber* subscriber) {
    enqueue([this, subscriber](const Refusal*) {
        subscribers_.remove(subscriber);
        job_done();
    });
}

}  // namespace attune::bot
