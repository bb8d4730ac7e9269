#include "transports/http/server.hpp"

#include <utility>

#include "transports/directline/routes.hpp"
#include "transports/http/drain.hpp"
#include "transports/http/listener.hpp"
#include "transports/http/pages.hpp"
#include "transports/rest/routes.hpp"
#include "transports/socketio/routes.hpp"

namespace attune::transports::http {

struct Server::Parts {
    std::shared_ptr<Core> core;
    std::shared_ptr<Listener> listener;
};

Result<std::unique_ptr<Server>> Server::listen(ServerConfig config, const Router& routes, Service& service,
                                               const std::vector<boost::asio::io_context*>& contexts) {
    if (contexts.empty()) return failure(Errc::invalid_input, "a server needs at least one thread");
    auto core = std::make_shared<Core>(std::move(config), service);
    for (auto* context : contexts) core->lanes.push_back(std::make_unique<Lane>(*context));
    rest::add_routes(core->router, core->config, service);
    if (core->config.direct_line) directline::add_routes(*core);
    if (core->config.socket_io) socketio::add_routes(*core);
    add_pages(core->router, core->config, service);
    core->router.add_all(routes);
    auto listener = Listener::open(core);
    if (!listener) return tl::unexpected(listener.error());
    (*listener)->start();
    auto parts = std::make_unique<Parts>(Parts{std::move(core), *listener});
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() {
    parts_->listener->stop();
}

void Server::drain(DrainPlan plan, std::function<void()> done) {
    parts_->listener->stop();
    drain_lanes(parts_->core, std::move(plan), std::move(done));
}

int Server::port() const {
    return parts_->listener->port();
}

std::size_t Server::connections() const {
    return parts_->core->peers->count();
}

}  // namespace attune::transports::http
