#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "transports/http/outbox.hpp"

namespace attune::transports::http {

/// Every bound of the server's outer skin.
struct Limits {
    std::size_t header_bytes = 16 * 1024;           ///< request line and fields; more: 431
    std::size_t body_bytes = 64 * 1024;             ///< a request's body; more: 413
    std::chrono::milliseconds header_time{10000};   ///< from the first byte expected to the end of the fields
    std::chrono::milliseconds idle_time{60000};     ///< between two requests of a connection
    std::chrono::milliseconds body_time{15000};     ///< for the whole body
    std::chrono::milliseconds write_time{15000};    ///< for each answer, and each chunk of a stream
    std::chrono::milliseconds handler_time{40000};  ///< for a handler to answer; then 503
    std::size_t connections = 20000;                ///< open at once; further ones are closed at once
    std::size_t connections_per_peer = 256;         ///< of one address; 0: no limit
    OutboxLimits outbox;                            ///< frames waiting for one slow reader

    std::chrono::milliseconds hello_time{5000};  ///< WebSocket: until `hello`; then close 4408
    std::chrono::seconds websocket_idle{50};     ///< without a sign of life; a ping goes out at half of it
    std::chrono::milliseconds close_time{5000};  ///< for the closing handshake
    int unprocessed_messages = 8;                ///< of one connection; reading pauses meanwhile
    int bad_frames = 10;                         ///< in a row; then close 4400
};

/// What a server is made with. Values only; read from any thread once the server runs.
struct ServerConfig {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  ///< 0: any free one
    Limits limits;

    /// Web pages that may talk to this server: `https://clinic.example`, exactly; or `*`. Pages that the
    /// server itself serves may always.
    std::vector<std::string> allowed_origins;
    /// If not empty, a new conversation needs one of these (WebSocket: subprotocol
    /// `attune.token.<base64url>`, REST: `Authorization: Bearer`).
    std::vector<std::string> access_tokens;
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed, exactly as they connect.
    std::vector<std::string> trusted_proxies;
    /// The policy sent with the pages.
    std::string content_security_policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    /// For protocol conformance suites only: `/v1/echo` sends back what it gets.
    bool echo = false;
    std::string public_url;    ///< `https://bot.clinic.example`, as the internet reaches us; may be empty
    bool direct_line = false;  ///< Microsoft's Direct Line under `/v3/directline`
    bool socket_io = false;    ///< Rasa's Socket.IO channel under `/socket.io`

    /// Takes `event=… key=value` lines without a visitor's words or address. From any thread; must not block.
    std::function<void(std::string_view event_line)> log;
    /// The clock: for the Date field and `pong`.
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;
};

}  // namespace attune::transports::http
