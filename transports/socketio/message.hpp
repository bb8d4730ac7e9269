#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "transports/service.hpp"

/// Socket.IO's packets within Engine.IO's messages, and the three events of Rasa's channel. Pure.
/// Source: socketio/socket.io-protocol; rasa/core/channels/socketio.py; both read 2026-11.
namespace attune::transports::socketio {

/// A packet from a client. Text only: binary events are none of ours.
struct Packet {
    enum class Kind { connect, disconnect, event, other };
    Kind kind = Kind::other;
    std::string space = "/";           ///< the namespace
    std::optional<std::uint64_t> ack;  ///< the client wants to be told under this number
    std::string json;                  ///< what follows, or empty
};

/// `2["name",{…}]`, without Engine.IO's `4` before it. None if it is malformed. O(bytes).
std::optional<Packet> read_packet(std::string_view text);

/// What Rasa's clients say.
struct SessionRequest {
    std::string session;  ///< `id.token`, or empty for a new one
};
struct Uttered {
    std::string message;
};
struct FromClient {
    std::optional<SessionRequest> request;
    std::optional<Uttered> uttered;
};

/// An event's array; both empty for an event that is none of ours, none if it is malformed.
std::optional<FromClient> read_event(const std::string& json);

/// The `token` of `{"token":…}`, as a client connects with; else empty.
std::string token_in(const std::string& json);

/// `2["session_confirm","…"]`
std::string confirm(const std::string& session);

/// `2["bot_uttered",{"text":…,"quick_replies":[…]}]`; empty for what is not the bot's.
///
/// @param hint  how to answer where several may be chosen: these are numbered lines.
std::string bot_uttered(const LoggedEvent& event, const std::string& hint);

/// What a payload of ours stands for, by the event whose buttons it was on.
struct Pick {
    Chosen chosen;
    std::string label;
};
std::optional<Pick> pick(const LoggedEvent& event, std::size_t place);

/// `/greet`, `/inform{"a":1}`: Rasa's way to name an intent, which we have no use for.
bool is_intent(std::string_view message);

/// The language of a bot's event.
std::string language_of(const LoggedEvent& event);

}  // namespace attune::transports::socketio
