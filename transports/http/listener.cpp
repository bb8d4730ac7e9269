#include "transports/http/listener.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <string>
#include <utility>

#include "transports/http/session.hpp"
#include "transports/http/task.hpp"

namespace attune::transports::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds pause_after_error{100};

}  // namespace

struct AcceptLoop {
    static Task<void> run(std::shared_ptr<Listener> listener) {
        Timer pause(listener->acceptor_.get_executor());
        const auto& lanes = listener->core_->lanes;
        for (std::size_t turn = 0; listener->acceptor_.is_open(); turn = (turn + 1) % lanes.size()) {
            Lane& lane = *lanes[turn];
            auto [ec, socket] = co_await listener->acceptor_.async_accept(quiet);
            if (ec == asio::error::operation_aborted) co_return;
            if (!ec) {
                listener->deal(lane, std::move(socket));
                continue;
            }
            // Out of descriptors, most likely: go on when some were given back, without spinning meanwhile.
            listener->core_->log("event=accept_failed error=" + std::to_string(ec.value()));
            pause.expires_after(pause_after_error);
            co_await pause.async_wait(quiet);
        }
    }
};

Listener::Listener(std::shared_ptr<Core> core)
    : core_(std::move(core)), acceptor_(core_->lanes.front()->executor) {}

Result<std::shared_ptr<Listener>> Listener::open(std::shared_ptr<Core> core) {
    const ServerConfig& config = core->config;
    error_code ec;
    auto address = asio::ip::make_address(config.address, ec);
    if (ec) return failure(Errc::invalid_input, "not an IP address to listen on: " + config.address);
    std::string where = config.address + " port " + std::to_string(config.port);
    auto listener = std::make_shared<Listener>(core);
    ec = listener->bind_to(tcp::endpoint(address, config.port));
    if (ec == asio::error::address_in_use)
        return failure(Errc::unavailable, where + " is in use by another program");
    if (ec) return failure(Errc::unavailable, "cannot listen on " + where + ": " + ec.message());
    return listener;
}

error_code Listener::bind_to(const tcp::endpoint& endpoint) {
    error_code ec;
    acceptor_.open(endpoint.protocol(), ec);
    if (!ec) acceptor_.set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec) acceptor_.bind(endpoint, ec);
    if (!ec) acceptor_.listen(asio::socket_base::max_listen_connections, ec);
    if (!ec) port_ = acceptor_.local_endpoint(ec).port();
    return ec;
}

void Listener::start() {
    asio::co_spawn(acceptor_.get_executor(), AcceptLoop::run(shared_from_this()), asio::detached);
}

void Listener::stop() {
    asio::dispatch(acceptor_.get_executor(), [self = shared_from_this()] {
        error_code ignored;
        self->acceptor_.close(ignored);
    });
}

void Listener::deal(Lane& lane, Socket socket) {
    error_code ec;
    auto remote = socket.remote_endpoint(ec);
    if (ec) return;  // gone already
    std::string peer = remote.address().to_string();
    auto place = core_->peers->enter(peer);
    if (!place) return core_->log("event=connection_refused reason=limit");
    socket.set_option(tcp::no_delay(true), ec);
    // Moved as a bare descriptor: no object of one context ever waits inside another.
    auto descriptor = socket.release(ec);
    if (ec) return;
    asio::post(lane.executor, [core = core_, &lane, protocol = remote.protocol(), descriptor,
                               place = std::move(place), peer = std::move(peer)]() mutable {
        Socket moved(lane.executor, protocol, descriptor);
        serve(std::move(core), lane, std::move(moved), std::move(place), std::move(peer));
    });
}

}  // namespace attune::transports::http
