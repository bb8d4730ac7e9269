#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "transports/http/config.hpp"
#include "transports/http/message.hpp"
#include "transports/http/socket.hpp"

namespace attune::transports::websocket {

class Endpoint;

/// What becomes of a request to upgrade.
struct Admission {
    int status = 101;         ///< or what the upgrade is refused with
    std::string subprotocol;  ///< to be echoed; empty for the echo path
    bool token_known =
        true;  ///< else the socket is opened only to be closed with 4401, which a page can read
    bool echo = false;
    std::shared_ptr<Endpoint> endpoint;  ///< who talks over the socket; null: a session of `attune.v1`
};

/// Another protocol's way in: nothing where the path is none of its own. Called on the connection's thread,
/// which is `home`'s; from several threads at once.
using SocketRoute = std::function<std::optional<Admission>(const http::Request&, const http::Executor& home)>;

inline constexpr std::string_view subprotocol_name = "attune.v1";
inline constexpr std::string_view path = "/v1/ws";
inline constexpr std::string_view echo_path = "/v1/echo";

bool is_path(std::string_view request_path, const http::ServerConfig& config);

/// Decides before the upgrade. 403: the page's origin is not allowed. 400: the client does not offer
/// `attune.v1`. Pure.
Admission admit(const http::Request& request, const http::ServerConfig& config);

}  // namespace attune::transports::websocket
