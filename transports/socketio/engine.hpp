#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Engine.IO's text on the wire, in its protocol 3 (Socket.IO clients 1 and 2) and 4 (clients 3 and later).
/// Pure. Source: socketio/engine.io-protocol, read 2026-11.
namespace attune::transports::socketio {

enum class Protocol { v3 = 3, v4 = 4 };

namespace packet {
inline constexpr char open = '0', close = '1', ping = '2', pong = '3', message = '4', upgrade = '5',
                      noop = '6';
}  // namespace packet

inline constexpr std::size_t most_packets = 64;  ///< in one request

/// The packets of a request's body. None if it is malformed, holds binary packets or too many. O(bytes).
std::optional<std::vector<std::string>> split_payload(std::string_view body, Protocol protocol);

std::string join_payload(const std::vector<std::string>& packets, Protocol protocol);

}  // namespace attune::transports::socketio
