#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "dialogs/engine/reply.hpp"
#include "transports/service.hpp"

/// `attune.v1` as values: frames in, frames out. Pure; PROTOCOL.md beside this file is the reference.
/// The events here are also what the log keeps and what the REST twin sends.
namespace attune::transports::protocol {

inline constexpr std::size_t max_inbound_bytes = 16 * 1024;
inline constexpr std::size_t max_outbound_bytes = 64 * 1024;
inline constexpr int max_depth = 8;
inline constexpr int max_history = 50;
inline constexpr int messages_per_second = 5;  ///< of one conversation, over a while; told in `welcome`
inline constexpr int message_burst = 10;       ///< of one conversation, at once

// -- client → server -------------------------------------------------------------------------------------

struct SessionKey {
    std::string id;
    std::string resume_token;
    std::uint64_t last_seq = 0; ///< newest event the client has; 0: none
};
struct Hello {
    std::optional<SessionKey> session;
    std::string locale;  ///< BCP 47, or empty
};
struct TypingNotice { bool on = false; };
struct Ack { std::uint64_t seq = 0; };
struct HistoryRequest {
    std::string id;
    std::optional<std::uint64_t> before_seq;
    int limit = max_history;
};
struct Erase { std::string id; };
struct End { std::string id; };
struct Ping { std::int64_t n = 0; };  ///< `n` comes back in the pong

/// `message` and `choice` both arrive as Inbound.
using ClientFrame = std::variant<Hello, Inbound, TypingNotice, Ack, HistoryRequest, Erase, End, Ping>;

/// A refused frame: the refusal, and the id the frame carried if one could be read.
struct BadFrame {
    Refusal refusal;
    std::string id;
};

/// Reads one text frame. Refusals: bad_json (not JSON, not an object, deeper than max_depth), unknown_type,
/// bad_field (missing, of the wrong type or out of range: the text names it), too_long.
/// O(bytes); never throws.
tl::expected<ClientFrame, BadFrame> read_frame(std::string_view json);

// -- server → client, not logged ---------------------------------------------------------------------------
// The writers never throw: what is not UTF-8 becomes U+FFFD.

/// `gap`: events after the client's last_seq are no longer kept; it should clear what it shows.
std::string welcome_frame(const Opened& opened, const BotCard& bot, bool gap, int heartbeat_ms);
std::string accepted_frame(const Accepted& accepted);
std::string error_frame(const Refusal& refusal, std::string_view id);
/// At most max_outbound_bytes: the newest events that fit, and `more` if others had to go.
std::string history_frame(std::string_view id, const History& history);
std::string typing_frame();
std::string pong_frame(std::int64_t n, long long at);
std::string going_away_frame(std::string_view reason, std::chrono::milliseconds reconnect_after);

// -- durable events: one JSON for the log and for every transport --------------------------------------------

struct Stamp {
    std::uint64_t seq = 0;
    long long at = 0;  ///< milliseconds since 1970-01-01 UTC
};
/// `prompt_values` of a choice are shown by their labels: `text` is what the visitor sees as their own words.
std::string user_message(Stamp stamp, std::string_view client_id, std::string_view text);
std::string bot_message(Stamp stamp, const dialogs::Reply& reply, std::string_view lang);
std::string ended(Stamp stamp, std::string_view reason);

}  // namespace attune::transports::protocol
