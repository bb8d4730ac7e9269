#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "transports/service.hpp"
#include "transports/socketio/message.hpp"
#include "transports/socketio/session.hpp"

namespace attune::transports::socketio {

/// What each conversation was last sent: clients of Rasa's cannot tell what they have when they come back, so
/// that answers would be lost in between. Bounded; thread-safe.
class LastSent {
public:
    void note(const std::string& conversation, std::uint64_t seq);
    std::uint64_t of(const std::string& conversation) const;  ///< 0: not known

private:
    static constexpr std::size_t most = 50'000;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::uint64_t> seqs_;
};

/// What a peer works with; all of it outlives it.
struct RasaParts {
    Service& service;
    LastSent& last_sent;
    const std::vector<std::string>& access_tokens;
};

/// Rasa's channel over a session: `session_request` → `session_confirm`, `user_uttered` → `bot_uttered`. A
/// session's name is `id.token`, so that who has it may go on with the conversation.
class RasaPeer final : public Peer, public Subscriber, public std::enable_shared_from_this<RasaPeer> {
public:
    /// @param token    what the client gave in the address; may be empty.
    /// @param address  the visitor's, for rate limits.
    RasaPeer(RasaParts parts, std::shared_ptr<Session> session, std::string token, std::string address);

    void opened() override;
    void received(std::string_view message) override;
    void closed() override;

    void deliver(const LoggedEvent& event) override;
    void typing() override {}
    void finish(int code, std::string_view reason) override;

private:
    enum class Stage { unknown, connected, opening, open, over };

    void connect(const Packet& packet);
    void take(const FromClient& said);
    void request(const std::string& name);
    void begin();
    void go_on(const std::shared_ptr<Conversation>& conversation, const std::string& name);
    void talk(std::shared_ptr<Conversation> conversation, const std::string& name, std::uint64_t after);
    void utter(const std::string& message);
    void press(std::uint64_t seq, std::size_t place);
    void say(std::variant<Text, Chosen> content, const std::string& label);

    const RasaParts parts_;
    std::shared_ptr<Session> session_;
    const std::string token_;
    const std::string address_;
    Stage stage_ = Stage::unknown;
    std::shared_ptr<Conversation> conversation_;
    std::vector<std::string> early_;  ///< said before the conversation was there
    std::uint64_t said_ = 0;
};

}  // namespace attune::transports::socketio
