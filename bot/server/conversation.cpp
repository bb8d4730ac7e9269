#include "bot/server/conversation.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <utility>

#include "bot/server/conversation_parts.hpp"
#include "transports/websocket/protocol.hpp"

namespace attune::bot {

namespace asio = boost::asio;
namespace protocol = transports::protocol;
using transports::Code;
using transports::Refusal;

LiveConversation::LiveConversation(std::string id, asio::any_io_executor home,
                                   std::shared_ptr<Surroundings> surroundings, Forget forget)
    : id_(std::move(id)),
      home_(std::move(home)),
      surroundings_(std::move(surroundings)),
      forget_(std::move(forget)),
      rate_(protocol::messages_per_second, protocol::message_burst),
      silence_(home_) {}

LiveConversation::~LiveConversation() {
    if (forget_) forget_(id_);
}

void LiveConversation::enqueue(Job job) {
    asio::dispatch(home_, [self = shared_from_this(), job = std::move(job)]() mutable {
        self->queue_.push_back(std::move(job));
        self->run_jobs();
    });
}

/// A loop and not a recursion: jobs that end at once do not pile up on the stack.
void LiveConversation::run_jobs() {
    if (running_) return;
    running_ = true;
    while (!busy_ && !queue_.empty()) {
        if (!loaded_ && !load_failed_) {
            load();
            continue;
        }
        busy_ = true;
        Job job = std::move(queue_.front());
        queue_.pop_front();
        job(trouble());
        load_failed_.reset();
    }
    running_ = false;
}

void LiveConversation::job_done() {
    busy_ = false;
    run_jobs();
}

const Refusal* LiveConversation::trouble() {
    if (load_failed_) return &*load_failed_;
    if (!gone_ && surroundings_->now() >= row_.expires_at) {
        vanish(refusal(Code::not_found, "the conversation has expired"), close_code::no_session, "expired");
    }
    return gone_ ? &*gone_ : nullptr;
}

/// Wraps what is to happen with a store's answer: at home, and never inside the call to the store.
template <class T>
std::function<void(Result<T>)> LiveConversation::at_home(std::function<void(Result<T>)> then) {
    return [self = shared_from_this(), then = std::move(then)](Result<T> result) {
        asio::post(self->home_, [self, then, result = std::move(result)]() mutable { then(std::move(result)); });
    };
}
template std::function<void(Result<void>)> LiveConversation::at_home(std::function<void(Result<void>)>);
template std::function<void(Result<bool>)> LiveConversation::at_home(std::function<void(Result<bool>)>);
template std::function<void(Result<StoredConversation>)> LiveConversation::at_home(
    std::function<void(Result<StoredConversation>)>);
template std::function<void(Result<std::vector<StoredEvent>>)> LiveConversation::at_home(
    std::function<void(Result<std::vector<StoredEvent>>)>);
template std::function<void(Result<std::optional<ClientMessage>>)> LiveConversation::at_home(
    std::function<void(Result<std::optional<ClientMessage>>)>);

void LiveConversation::load() {
    busy_ = true;
    surroundings_->store.load(id_, at_home<StoredConversation>([this](Result<StoredConversation> row) {
        loaded(std::move(row));
        job_done();
    }));
}

void LiveConversation::loaded(Result<StoredConversation> row) {
    if (!row && row.error().code != Errc::not_found) {
        load_failed_ = not_stored(row.error());
        return;
    }
    loaded_ = true;
    if (!row) return vanish(refusal(Code::not_found, "no such conversation"), close_code::no_session, "not found");
    row_ = std::move(*row);
    auto state = dialogs::read_state(row_.state);
    if (!state) surroundings_->note(LogLine("state_unreadable").with(state.error()));
    // Without a place to go on from, the dialog begins anew; the log of what was said is still there.
    state_ = state ? std::move(*state) : dialogs::new_conversation(*surroundings_->bots.current(), surroundings_->now());
    row_.state.clear();
    row_.state.shrink_to_fit();
}

/// Whoever comes from now on is told `why`.
void LiveConversation::vanish(Refusal why, int code, std::string_view reason) {
    gone_ = std::move(why);
    gone_code_ = code;
    subscribers_.finish(code, reason);
}

}  // namespace attune::bot
