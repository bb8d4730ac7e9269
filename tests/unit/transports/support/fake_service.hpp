#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "transports/service.hpp"

namespace attune::transports {

/// A conversation that answers every message with one event. Lives on the executor it was started from.
class FakeConversation final : public Conversation, public std::enable_shared_from_this<FakeConversation> {
public:
    FakeConversation(std::string id, boost::asio::any_io_executor home)
        : id_(std::move(id)), home_(std::move(home)) {
        log_event("message", R"("from":"bot","text":"hello")");
    }

    /// While held, messages are taken but not answered.
    void hold() { held_ = true; }
    void release() {
        held_ = false;
        for (auto& job : std::exchange(waiting_, {})) job();
    }
    /// Says something by itself.
    void say(const std::string& fields) { publish(log_event("message", fields)); }
    void finish_all(int code) {
        for (auto& subscriber : std::exchange(subscribers_, {})) subscriber->finish(code, "");
    }
    std::size_t subscribers() const { return subscribers_.size(); }
    const boost::asio::any_io_executor& home() const { return home_; }

    const std::string& id() const override { return id_; }

    void send(Inbound message, Done<Accepted> done) override {
        boost::asio::post(home_,
                          [self = shared_from_this(), message = std::move(message), done = std::move(done)] {
                              auto job = [self, message, done] { self->turn(message, done); };
                              if (self->held_) return self->waiting_.push_back(job);
                              job();
                          });
    }

    void history(std::uint64_t after, std::uint64_t before, int limit, Done<History> done) override {
        boost::asio::post(home_, [=, self = shared_from_this()] {
            History history;
            for (const auto& event : self->log_) {
                if (event.seq > after && event.seq < before &&
                    history.events.size() < static_cast<std::size_t>(limit))
                    history.events.push_back(event);
            }
            done(std::move(history));
        });
    }

    void erase(std::string client_id, Done<Accepted> done) override {
        leave(std::move(client_id), 4410, std::move(done));
    }
    void end(std::string client_id, Done<Accepted> done) override {
        leave(std::move(client_id), 1000, std::move(done));
    }

    void subscribe(std::shared_ptr<Subscriber> subscriber, std::uint64_t after) override {
        boost::asio::post(home_, [self = shared_from_this(), subscriber = std::move(subscriber), after] {
            for (const auto& event : self->log_) {
                if (event.seq > after) subscriber->deliver(event);
            }
            self->subscribers_.push_back(subscriber);
        });
    }
    void unsubscribe(const Subscriber* subscriber) override {
        boost::asio::post(home_, [self = shared_from_this(), subscriber] {
            std::erase_if(self->subscribers_,
                          [subscriber](const auto& one) { return one.get() == subscriber; });
        });
    }

    std::uint64_t seq() const { return log_.empty() ? 0 : log_.back().seq; }

private:
    LoggedEvent log_event(std::string type, const std::string& fields) {
        LoggedEvent event;
        event.seq = seq() + 1;
        event.json = std::make_shared<const std::string>(R"({"t":")" + type + R"(","seq":)" +
                                                         std::to_string(event.seq) + "," + fields + "}");
        event.type = std::move(type);
        log_.push_back(event);
        return event;
    }

    void publish(const LoggedEvent& event) {
        for (const auto& subscriber : subscribers_) subscriber->deliver(event);
    }

    void turn(const Inbound& message, const Done<Accepted>& done) {
        if (message.id == "refuse") {
            Refusal refusal;
            refusal.code = Code::rate_limited;
            refusal.text = "too fast";
            refusal.retry_after = std::chrono::milliseconds(1500);
            refusal.close = true;
            return done(tl::unexpected<Refusal>(refusal));
        }
        Accepted accepted;
        accepted.id = message.id;
        accepted.duplicate = seen_.contains(message.id);
        if (!accepted.duplicate) {
            for (const auto& subscriber : subscribers_) subscriber->typing();
            accepted.events.push_back(log_event("message", R"("from":"user","id":")" + message.id + R"(")"));
            accepted.events.push_back(log_event("message", R"("from":"bot","text":"I see")"));
            seen_[message.id] = accepted.events.front().seq;
            for (const auto& event : accepted.events) publish(event);
        }
        accepted.seq = seen_[message.id];
        done(std::move(accepted));
    }

    void leave(std::string client_id, int code, Done<Accepted> done) {
        boost::asio::post(home_, [=, self = shared_from_this()] {
            Accepted accepted;
            accepted.id = client_id;
            accepted.seq = self->seq();
            self->finish_all(code);
            done(std::move(accepted));
        });
    }

    std::string id_;
    boost::asio::any_io_executor home_;
    std::vector<LoggedEvent> log_;
    std::map<std::string, std::uint64_t> seen_;
    std::vector<std::shared_ptr<Subscriber>> subscribers_;
    std::vector<std::function<void()>> waiting_;
    bool held_ = false;
};

/// Conversations in memory; the token of conversation `c1` is `token-c1`. Thread-safe where the contract says
/// so.
class FakeService final : public Service {
public:
    bool is_ready = true;
    bool is_full = false;  ///< refuses new conversations

    void start(Newcomer, boost::asio::any_io_executor home, Done<Opened> done) override {
        boost::asio::post(home, [this, home, done = std::move(done)] {
            if (is_full) return done(refused(Code::unavailable));
            std::lock_guard lock(mutex_);
            std::string id = "c" + std::to_string(conversations_.size() + 1);
            newest_ = std::make_shared<FakeConversation>(id, home);
            conversations_[id] = newest_;
            done(opened(newest_, false));
        });
    }

    void resume(std::string id, std::string token, boost::asio::any_io_executor, Done<Opened> done) override {
        with(id, token, std::move(done),
             [](auto conversation, const auto& then) { then(opened(conversation, true)); });
    }

    void find(std::string id, std::string token, boost::asio::any_io_executor,
              Done<std::shared_ptr<Conversation>> done) override {
        with(id, token, std::move(done),
             [](auto conversation, const auto& then) { then(std::shared_ptr<Conversation>(conversation)); });
    }

    BotCard bot(std::string_view) const override {
        BotCard card;
        card.name = "Test bot";
        card.disclosure = "I am a program.";
        card.locale = "en";
        return card;
    }
    bool ready() const override { return is_ready; }

    std::shared_ptr<FakeConversation> newest() const {
        std::lock_guard lock(mutex_);
        return newest_;
    }

private:
    static tl::unexpected<Refusal> refused(Code code) {
        Refusal refusal;
        refusal.code = code;
        refusal.text = "refused";
        return tl::unexpected<Refusal>(refusal);
    }

    static Opened opened(const std::shared_ptr<FakeConversation>& conversation, bool resumed) {
        Opened result;
        result.conversation = conversation;
        result.resume_token = "token-" + conversation->id();
        result.resumed = resumed;
        result.seq = conversation->seq();
        return result;
    }

    template <class Done, class Then>
    void with(const std::string& id, const std::string& token, Done done, Then then) {
        std::shared_ptr<FakeConversation> conversation;
        {
            std::lock_guard lock(mutex_);
            auto found = conversations_.find(id);
            if (found != conversations_.end()) conversation = found->second;
        }
        if (!conversation) return done(refused(Code::not_found));
        if (token != "token-" + id) return done(refused(Code::unauthorized));
        boost::asio::post(conversation->home(), [conversation, done, then] { then(conversation, done); });
    }

    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<FakeConversation>> conversations_;
    std::shared_ptr<FakeConversation> newest_;
};

}  // namespace attune::transports
