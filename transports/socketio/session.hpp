#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "transports/http/router.hpp"
#include "transports/socketio/engine.hpp"

namespace attune::transports::socketio {

/// Who is at the other end of an Engine.IO session. Called on the session's home.
class Peer {
public:
    virtual ~Peer() = default;
    virtual void opened() = 0;
    virtual void received(std::string_view message) = 0;  ///< without Engine.IO's `4`
    virtual void closed() = 0;                            ///< the last call
};

/// One Engine.IO session: first by long polling, then, if the client asks for it, over a WebSocket; or over
/// one from the start. What is sent while nobody asks waits, bounded.
///
/// Lives on `home`; every method may be called from any thread. Kept alive by its own timer until it is over.
class Session final : public std::enable_shared_from_this<Session> {
public:
    /// Sends one frame over the WebSocket; with an empty one, closes it. From any thread.
    using Send = std::function<void(std::string frame)>;

    Session(std::string id, Protocol protocol, boost::asio::any_io_executor home);

    const std::string& id() const { return id_; }
    Protocol protocol() const { return protocol_; }
    const boost::asio::any_io_executor& home() const { return home_; }

    /// Begins: the first packet tells the client how to go on. Call once.
    void begin(std::shared_ptr<Peer> peer, bool over_websocket);
    void send(std::string message);
    void close();

    void poll(http::Respond respond);  ///< GET: what there is, as soon as there is something
    void post(std::string body, http::Respond respond);  ///< POST
    void attach(Send send, bool from_the_start);         ///< a WebSocket has come
    void frame(std::string packet);                      ///< one came over it
    void detached();                                     ///< it is gone

private:
    void push(std::string packet);
    void flush();
    void take(std::string_view packet);
    void wait();
    void end();

    const std::string id_;
    const Protocol protocol_;
    const boost::asio::any_io_executor home_;

    // Everything below is touched on `home_` alone.
    boost::asio::steady_timer timer_;
    std::shared_ptr<Peer> peer_;
    std::deque<std::string> queue_;
    http::Respond waiting_;  ///< the GET that waits
    Send websocket_;         ///< attached; in use once `upgraded_`
    bool upgraded_ = false;
    bool alive_ = true;  ///< a sign of life came since the last look
    bool over_ = false;
};

}  // namespace attune::transports::socketio
