#pragma once

#include <boost/asio/steady_timer.hpp>
#include <deque>

#include "bot/server/rate.hpp"
#include "bot/server/recent_messages.hpp"
#include "bot/server/subscribers.hpp"
#include "bot/server/surroundings.hpp"
#include "dialogs/engine/turn.hpp"
#include "transports/channels/channel_service.hpp"
#include "transports/service.hpp"

namespace attune::bot {

/// A conversation in memory: an actor that takes one request after the other, in the order of the calls, each to
/// its end. What it changes it stores first; only when that is durable does it change itself, tell the
/// subscribers and answer. So a failed write leaves everything as it was.
///
/// Lives as long as somebody holds it; all that matters is in the store. Every method may be called from any
/// thread; callbacks come on `home`. A message costs one turn and one commit.
class LiveConversation final : public transports::Conversation,
                               public std::enable_shared_from_this<LiveConversation> {
public:
    using Forget = std::function<void(const std::string& id)>;

    /// `forget` is called by the destructor.
    LiveConversation(std::string id, boost::asio::any_io_executor home,
                     std::shared_ptr<Surroundings> surroundings, Forget forget);
    ~LiveConversation() override;
    LiveConversation(const LiveConversation&) = delete;
    LiveConversation& operator=(const LiveConversation&) = delete;

    /// Call first, once, for a new conversation: greets. Refusals: unavailable.
    void begin(dialogs::Opened opening, transports::Done<transports::Opened> done);
    enum class Rotate { no, yes };
    /// Checks the token and, if so asked, replaces it. Refusals: not_found, unauthorized, unavailable.
    void open(std::string token, Rotate rotate, transports::Done<transports::Opened> done);

    /// A message by way of a messaging channel. The conversation begins where there is none, or the one there was
    /// has ended or expired. What it is answered with goes into the outbox in the same commit if the channel is to be
    /// called (`push`). A message that was heard before changes nothing. Refusals: rate_limited, unavailable.
    void hear(transports::ChannelMessage message, transports::Done<transports::Accepted> done);

    const std::string& id() const override { return id_; }
    void send(transports::Inbound message, transports::Done<transports::Accepted> done) override;
    void history(std::uint64_t after, std::uint64_t before, int limit,
                 transports::Done<transports::History> done) override;
    void erase(std::string client_id, transports::Done<transports::Accepted> done) override;
    void end(std::string client_id, transports::Done<transports::Accepted> done) override;
    void subscribe(std::shared_ptr<transports::Subscriber> subscriber, std::uint64_t after) override;
    void unsubscribe(const transports::Subscriber* subscriber) override;

private:
    /// A request. `trouble`: the conversation is gone, or could not be loaded.
    using Job = std::function<void(const transports::Refusal* trouble)>;
    struct Request;
    struct Change;
    using RequestPtr = std::shared_ptr<Request>;
    using ChangePtr = std::shared_ptr<Change>;

    // -- conversation.cpp: one after the other
    void enqueue(Job job);
    void run_jobs();
    void load();
    void loaded(Result<StoredConversation> row);
    const transports::Refusal* trouble();
    void job_done();
    template <class T>
    std::function<void(Result<T>)> at_home(std::function<void(Result<T>)> then);

    // -- conversation_open.cpp: start, resume, look
    void greet(const std::string& token, const transports::Done<transports::Opened>& done);
    void admit(const std::string& token, Rotate rotate, const transports::Done<transports::Opened>& done);
    void greet_again(Change& change, long long now);
    transports::Opened opened(bool resumed, std::string token);
    void replay(std::shared_ptr<transports::Subscriber> subscriber, std::uint64_t after);
    void go_live(std::shared_ptr<transports::Subscriber> subscriber);

    // -- conversation_send.cpp: messages, end, erase
    void arrive(const RequestPtr& request);
    void take(RequestPtr request);
    void run(const RequestPtr& request);
    void run_turn(const RequestPtr& request, const dialogs::Event& event);
    void end_for_good(const RequestPtr& request);
    bool speaks_of_danger(const transports::Inbound& message) const;
    std::optional<transports::Refusal> over_the_rate(const transports::Inbound& message);
    void answer(const RequestPtr& request, transports::Outcome<transports::Accepted> outcome);
    void erase_stored(std::function<void(const transports::Refusal*)> then);

    // -- conversation_hear.cpp: messages by way of a channel
    struct Hearing;
    using HearingPtr = std::shared_ptr<Hearing>;
    void hear_new(const HearingPtr& hearing);
    void hear_command(const HearingPtr& hearing);
    void hear_turn(const HearingPtr& hearing);
    void greet_first(const HearingPtr& hearing);
    std::optional<dialogs::Event> heard_event(const HearingPtr& hearing);
    void run_heard(const HearingPtr& hearing, const dialogs::Event& event);
    void store_heard(const HearingPtr& hearing);
    void erase_heard(const HearingPtr& hearing);
    void post(const HearingPtr& hearing, Posting posting);
    void heard_done(const HearingPtr& hearing, const transports::Refusal* failed);

    // -- conversation_silence.cpp: what is said while nobody writes
    void arm();
    void silence();
    void say_to_silence();

    // -- conversation_commit.cpp: durable first
    ChangePtr new_change(long long now);
    void store_change(ChangePtr change, std::function<void(const transports::Refusal*)> then);
    void ask_for_a_person();
    transports::Refusal not_stored(const Error& error);
    void vanish(transports::Refusal why, int close_code, std::string_view reason);

    const std::string id_;
    const boost::asio::any_io_executor home_;
    const std::shared_ptr<Surroundings> surroundings_;
    const Forget forget_;

    // Everything below is touched on `home_` alone.
    std::deque<Job> queue_;
    bool busy_ = false;     // a job runs
    bool running_ = false;  // run_jobs is on the stack
    bool loaded_ = false;
    std::optional<transports::Refusal> load_failed_;  // for the job that wanted it loaded
    std::optional<transports::Refusal> gone_;         // erased or expired: nothing is left to talk to
    int gone_code_ = close_code::no_session;

    StoredConversation row_;  // without `state`, which is here:
    dialogs::State state_;
    RecentMessages recent_;
    TokenBucket rate_;
    Strikes strikes_;
    Subscribers subscribers_;
    boost::asio::steady_timer silence_;  // till something is due to be said to silence
    dialogs::Opened opening_;            // what a new conversation is opened with
    std::vector<transports::LoggedEvent> greeting_;  // kept for whoever subscribes first
};

}  // namespace attune::bot
