#include <boost/asio/dispatch.hpp>
#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "bot/server/tokens.hpp"
#include "bot/server/turn_events.hpp"

namespace attune::bot {

using transports::Accepted;
using transports::Chosen;
using transports::Code;
using transports::Done;
using transports::Inbound;
using transports::Outcome;
using transports::Refusal;
using transports::Text;

namespace {

/// Requests of one conversation that may wait for an earlier one.
constexpr std::size_t most_waiting = 64;

Accepted repeated(const ClientMessage& message) {
    Accepted accepted;
    accepted.id = message.id;
    accepted.seq = message.seq;
    accepted.at = message.at;
    accepted.duplicate = true;
    return accepted;
}

Refusal stale() { return refusal(Code::stale_choice, "the question is no longer open"); }

}  // namespace

void LiveConversation::send(Inbound message, Done<Accepted> done) {
    auto request = std::make_shared<Request>();
    request->fingerprint = fingerprint(message);
    request->message = std::move(message);
    request->done = std::move(done);
    boost::asio::dispatch(home_, [self = shared_from_this(), request] { self->arrive(request); });
}

void LiveConversation::arrive(const RequestPtr& request) {
    if (queue_.size() >= most_waiting && !speaks_of_danger(request->message)) {
        Refusal why = refusal(Code::rate_limited, "too many messages are waiting");
        why.retry_after = std::chrono::seconds(1);
        return request->done(refuse(std::move(why)));
    }
    // An answer that comes at once needs no announcement.
    if (busy_) subscribers_.typing();
    enqueue([this, request](const Refusal* trouble) {
        if (trouble != nullptr) return answer(request, refuse(*trouble));
        take(request);
    });
}

void LiveConversation::end(std::string client_id, Done<Accepted> done) {
    auto request = std::make_shared<Request>();
    request->ends = true;
    request->fingerprint = "end";
    request->message.id = std::move(client_id);
    request->done = std::move(done);
    boost::asio::dispatch(home_, [self = shared_from_this(), request] { self->arrive(request); });
}

void LiveConversation::answer(const RequestPtr& request, Outcome<Accepted> outcome) {
    request->done(std::move(outcome));
    job_done();
}

/// A message that was stored before is answered as it was then; everything else runs.
void LiveConversation::take(RequestPtr request) {
    const auto check = [this, request](const ClientMessage* known) {
        if (known == nullptr) return run(request);
        if (known->fingerprint == request->fingerprint) return answer(request, repeated(*known));
        answer(request, refuse(refusal(Code::id_conflict, "this id was used for something else")));
    };
    const std::string& id = request->message.id;
    const ClientMessage* known = recent_.find(id);
    if (known != nullptr || recent_.is_complete()) return check(known);
    auto found = [this, request, check](const Result<std::optional<ClientMessage>>& stored) {
        if (!stored) return answer(request, refuse(not_stored(stored.error())));
        check(*stored ? &**stored : nullptr);
    };
    surroundings_->store.find_message(id_, id, at_home<std::optional<ClientMessage>>(std::move(found)));
}

void LiveConversation::run(const RequestPtr& request) {
    if (row_.ended) return answer(request, refuse(refusal(Code::not_found, "the conversation has ended")));
    if (request->ends) return end_for_good(request);
    if (auto why = over_the_rate(request->message)) return answer(request, refuse(std::move(*why)));
    const auto* chosen = std::get_if<Chosen>(&request->message.content);
    if (chosen != nullptr && (chosen->prompt_seq == 0 || chosen->prompt_seq != row_.prompt_seq)) {
        return answer(request, refuse(stale()));
    }
    run_turn(request, to_event(request->message));
}

bool LiveConversation::speaks_of_danger(const Inbound& message) const {
    const auto* text = std::get_if<Text>(&message.content);
    return text != nullptr && surroundings_->bots.current()->understander.safety.detect(text->text).has_value();
}

/// Words of danger are never held back: whoever writes fast may be in distress.
std::optional<Refusal> LiveConversation::over_the_rate(const Inbound& message) {
    if (!surroundings_->limits_rate) return std::nullopt;
    const long long now = surroundings_->now();
    const long long wait = rate_.take(now);
    if (wait == 0) return std::nullopt;
    if (speaks_of_danger(message)) return std::nullopt;
    Refusal why = refusal(Code::rate_limited, "too many messages at once");
    why.retry_after = std::chrono::milliseconds(wait);
    why.close = strikes_.add(now);
    return why;
}

void LiveConversation::run_turn(const RequestPtr& request, const dialogs::Event& event) {
    const long long now = surroundings_->now();
    dialogs::State state = state_;
    const auto bot = surroundings_->bots.version_for(state);
    const dialogs::Script& script = *bot;
    const bool chose = std::holds_alternative<dialogs::Chose>(event);
    const auto open = chose ? dialogs::open_choices(script, state) : dialogs::Choices{};
    auto turn = dialogs::turn(script, std::move(state), event, now);
    if (turn.outcome == dialogs::Outcome::stale_choice) return answer(request, refuse(stale()));

    TurnEvents log(row_.last_seq, now);
    log.add_user(request->message.id, shown_text(request->message, open));
    log.add_replies(turn.replies, script.in(turn.state.locale).locale);
    auto accepted = std::make_shared<Accepted>();
    accepted->id = request->message.id;
    accepted->seq = row_.last_seq + 1;
    accepted->at = now;

    if (turn.outcome == dialogs::Outcome::erase) {
        log.add_ended("erased");
        accepted->events = std::move(log.events());
        return erase_stored([this, request, accepted](const Refusal* failed) {
            if (failed != nullptr) return answer(request, refuse(*failed));
            subscribers_.deliver(accepted->events);
            request->done(std::move(*accepted));
            vanish(refusal(Code::not_found, "the conversation was erased"), close_code::erased, "erased");
            job_done();
        });
    }

    auto change = new_change(now);
    change->row.last_seq = log.last_seq();
    // A turn that says nothing new to press leaves the buttons that are there.
    if (log.prompt_seq() != 0) change->row.prompt_seq = log.prompt_seq();
    if (turn.outcome == dialogs::Outcome::ended && log.prompt_seq() == 0) change->row.prompt_seq = 0;
    change->state = std::move(turn.state);
    change->handoff = turn.handoff;
    accepted->events = log.events();
    change->events = std::move(log.events());
    change->message = ClientMessage{request->message.id, accepted->seq, request->fingerprint, now};
    std::optional<SafetyEvent> danger;
    if (turn.safety) danger = SafetyEvent{digest(id_), turn.safety->safety_class, turn.safety->level, now, "web"};
    store_change(change, [this, request, accepted, danger](const Refusal* failed) {
        if (failed != nullptr) return answer(request, refuse(*failed));
        if (danger) surroundings_->note(*danger);
        answer(request, std::move(*accepted));
    });
}

void LiveConversation::end_for_good(const RequestPtr& request) {
    const long long now = surroundings_->now();
    TurnEvents log(row_.last_seq, now);
    log.add_ended("user");
    auto change = new_change(now);
    change->row.last_seq = log.last_seq();
    change->row.prompt_seq = 0;
    change->row.ended = true;
    change->state = state_;
    change->events = log.events();
    change->message = ClientMessage{request->message.id, log.last_seq(), request->fingerprint, now};
    auto accepted = std::make_shared<Accepted>();
    accepted->id = request->message.id;
    accepted->seq = log.last_seq();
    accepted->at = now;
    accepted->events = std::move(log.events());
    store_change(change, [this, request, accepted](const Refusal* failed) {
        if (failed != nullptr) return answer(request, refuse(*failed));
        request->done(std::move(*accepted));
        subscribers_.finish(close_code::done, "ended");
        job_done();
    });
}

void LiveConversation::erase_stored(std::function<void(const Refusal*)> then) {
    surroundings_->store.erase(id_, at_home<void>([this, then = std::move(then)](const Result<void>& result) {
        if (result) return then(nullptr);
        const Refusal why = not_stored(result.error());
        then(&why);
    }));
}

void LiveConversation::erase(std::string client_id, Done<Accepted> done) {
    enqueue([this, client_id = std::move(client_id), done = std::move(done)](const Refusal* trouble) {
        if (trouble != nullptr) {
            done(refuse(*trouble));
            return job_done();
        }
        erase_stored([this, client_id, done](const Refusal* failed) {
            if (failed != nullptr) {
                done(refuse(*failed));
                return job_done();
            }
            Accepted accepted;
            accepted.id = client_id;
            accepted.seq = row_.last_seq;
            accepted.at = surroundings_->now();
            done(std::move(accepted));
            vanish(refusal(Code::not_found, "the conversation was erased"), close_code::erased, "erased");
            job_done();
        });
    });
}

}  // namespace attune::bot
