#pragma once

#include <memory>

#include "transports/http/core.hpp"

namespace attune::transports::http {

/// Serves HTTP/1.1 on a socket until either side is done, or hands the socket on to a WebSocket session.
/// Must be called on the lane's thread. `place` counts the connection as long as it lives.
void serve(std::shared_ptr<Core> core, Lane& lane, Socket socket, std::unique_ptr<Peers::Place> place,
           std::string peer);

}  // namespace attune::transports::http
