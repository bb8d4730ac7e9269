#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <memory>

#include "nlu/result.hpp"
#include "transports/http/core.hpp"

namespace attune::transports::http {

/// Accepts connections on the first lane and deals them out to all lanes in turn.
class Listener : public std::enable_shared_from_this<Listener> {
public:
    /// Opens, binds and listens. Errors: invalid_input (no IP address), unavailable (the port is in use, or
    /// may not be had).
    static Result<std::shared_ptr<Listener>> open(std::shared_ptr<Core> core);

    /// Call once; goes on until `stop`.
    void start();
    /// From any thread. Connections that are open stay so.
    void stop();
    int port() const { return port_; }

    explicit Listener(std::shared_ptr<Core> core);

private:
    using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

    boost::system::error_code bind_to(const boost::asio::ip::tcp::endpoint& endpoint);
    void deal(Lane& lane, Socket socket);

    friend struct AcceptLoop;
    std::shared_ptr<Core> core_;
    Acceptor acceptor_;
    int port_ = 0;
};

}  // namespace attune::transports::http
