#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "transports/http/config.hpp"
#include "transports/http/lane.hpp"
#include "transports/http/peers.hpp"
#include "transports/http/router.hpp"
#include "transports/service.hpp"
#include "transports/websocket/admission.hpp"

namespace attune::transports::http {

/// What all connections of a server share. Immutable once the server runs, but for what says otherwise.
struct Core {
    ServerConfig config;
    Router router;
    std::vector<websocket::SocketRoute> sockets;  ///< of other protocols than `attune.v1`
    Service& service;
    std::shared_ptr<Peers> peers;              ///< thread-safe
    std::vector<std::unique_ptr<Lane>> lanes;  ///< each on its own thread

    explicit Core(ServerConfig settings, Service& served)
        : config(std::move(settings)),
          service(served),
          peers(std::make_shared<Peers>(config.limits.connections, config.limits.connections_per_peer,
                                        config.trusted_proxies)) {}

    void log(std::string_view event_line) const {
        if (config.log) config.log(event_line);
    }
};

}  // namespace attune::transports::http
