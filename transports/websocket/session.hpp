#pragma once

#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>

#include "transports/http/core.hpp"
#include "transports/service.hpp"
#include "transports/websocket/protocol.hpp"
#include "transports/websocket/wire.hpp"

namespace attune::transports::websocket {

/// One visitor's `attune.v1` connection: from `hello` to the last frame. Knows no socket: frames come and go
/// over a Wire. All of it runs on `home`; the Service's callbacks may come from elsewhere and are brought
/// there.
class Session final : public Endpoint, public Subscriber, public std::enable_shared_from_this<Session> {
public:
    /// @param peer         the visitor's address, for the service's rate limits.
    /// @param token_known  false: closes with 4401 as soon as it is open.
    Session(std::shared_ptr<const http::Core> core, http::Executor home, std::string peer, bool token_known);

    void opened(std::shared_ptr<Wire> wire) override;
    void received(std::string_view bytes, bool binary) override;
    bool is_busy() const override;
    void go_away(std::chrono::milliseconds reconnect_after) override;
    void closed() override;

    void deliver(const LoggedEvent& event) override;
    void typing() override;
    void finish(int code, std::string_view reason) override;

private:
    enum class Stage { waiting_for_hello, opening, open, over };

    void wait_for_hello();
    void handle(protocol::Hello& hello);
    void handle(Inbound& message);
    void handle(const protocol::HistoryRequest& request);
    void handle(const protocol::Erase& erase);
    void handle(const protocol::End& end);
    void handle(const protocol::Ping& ping);
    void handle(const protocol::TypingNotice&) {}
    void handle(const protocol::Ack&) {}  // the log keeps everything, so nothing is freed by it

    void welcome(Outcome<Opened> outcome, std::uint64_t last_seq, const std::string& locale);
    void refuse(const protocol::BadFrame& bad);
    Done<Accepted> when_accepted(std::string id);
    void answered();
    template <class T, class Then>
    Done<T> at_home(Then then);
    void send(std::string frame);
    void close(int code, std::string_view reason);

    std::shared_ptr<const http::Core> core_;
    http::Executor home_;
    std::string peer_;
    std::shared_ptr<Wire> wire_;
    std::shared_ptr<Conversation> conversation_;
    std::unique_ptr<boost::asio::steady_timer> hello_timer_;
    Stage stage_ = Stage::waiting_for_hello;
    int unanswered_ = 0;  ///< requests the service works on
    int bad_frames_ = 0;  ///< in a row
    int last_code_ = 0;   ///< the close code to use once nothing is unanswered; 0: none
    bool token_known_;
};

}  // namespace attune::transports::websocket
