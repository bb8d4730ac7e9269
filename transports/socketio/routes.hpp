#pragma once

#include "transports/http/core.hpp"

namespace attune::transports::socketio {

inline constexpr std::string_view path = "/socket.io/";

/// Rasa's Socket.IO channel, for rasa-webchat and other widgets of Rasa's; README.md beside this file says
/// how. The core must outlive its own routes.
void add_routes(http::Core& core);

}  // namespace attune::transports::socketio
