#pragma once

#include <memory>

#include "transports/http/core.hpp"
#include "transports/websocket/admission.hpp"

namespace attune::transports::websocket {

/// Answers the upgrade and runs a session on the socket until it ends. Must be called on the lane's thread.
void open(std::shared_ptr<http::Core> core, http::Lane& lane, http::Socket socket,
          std::unique_ptr<http::Peers::Place> place, http::Request request, Admission admission);

}  // namespace attune::transports::websocket
