#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dialogs/engine/reply.hpp"
#include "transports/http/client_message.hpp"
#include "transports/http/message.hpp"
#include "transports/service.hpp"

namespace attune::transports {

/// What a service can show of a reply. Numbers are the vendor's, and change: `as_of` says when they were
/// read.
struct Traits {
    enum class Unit { code_points, utf16, bytes };
    std::size_t max_text = 4000;  ///< of one message, in `unit`
    Unit unit = Unit::code_points;
    std::size_t max_buttons = 0;  ///< beside one message; 0: it has none
    std::size_t max_label = 0;    ///< of a button, in code points
    std::size_t max_rows = 0;     ///< of a list that opens; 0: it has none
    std::size_t max_row = 0;      ///< of a row's title, in code points
    std::size_t max_prompt = 0;   ///< text beside buttons or a list, in `unit`; 0: as max_text
    bool merge_bubbles = false;   ///< one message a turn: the service counts messages, or limits them hard
    bool plain_letters = false;   ///< curly quotes and dashes cost: write them the old way
    std::string_view as_of;       ///< YYYY-MM
    std::string_view source;      ///< where the numbers stand
};

/// A button of ours that was pressed: the message whose button it was, and its place there, from 0.
struct Pressed {
    std::uint64_t prompt_seq = 0;
    std::size_t place = 0;
    std::string label;  ///< as the service showed it, or empty: what a press on an old button is taken for
};

/// Words that belong to the channel and never reach the dialog.
enum class Command {
    stop,   ///< no more messages, please
    start,  ///< messages are welcome again
    help,   ///< who is this
};

/// What a person wrote, as a webhook told it.
struct Heard {
    std::string address;  ///< where an answer goes: a phone number, a chat. Personal: never logged
    std::string id;       ///< the service's own name of the message; the same for each delivery of it
    /// monostate: the chat was opened, nothing was said
    std::variant<std::monostate, Text, Pressed, Command> content;
    std::string ticket;     ///< what the service wants back with the answer (a callback id, …), or empty
    bool answered = false;  ///< the service itself has answered it: it is noted, and nothing is said
};

/// What a webhook comes to.
struct Received {
    http::Response response;   ///< the answer, once all that was heard is stored
    std::vector<Heard> heard;  ///< in order; empty for what does not concern us
    int ignored = 0;           ///< parts that are well formed and none of our business
    std::string_view refused;  ///< why it was refused, as a word of the source; empty: it was not
};

/// What goes to one person after one turn.
struct Outbound {
    std::string address;
    std::vector<dialogs::Reply> replies;
    std::uint64_t prompt_seq = 0;  ///< of the message whose choices they are; 0: none
    std::string ticket;            ///< from Heard
    std::string lang = "en";
    std::string hint;        ///< the bot's words on how to answer choices that are shown as numbered lines
    std::string list_label;  ///< the bot's word on a button that opens a list; empty: no lists
};

/// What a service's answer means for a request.
struct Delivery {
    enum class Kind { done, retry, refused };
    Kind kind = Kind::done;
    std::optional<long long> after_ms;  ///< for retry: the service's own wish
    std::string_view reason;            ///< for refused: a word of the source
    bool opted_out = false;             ///< for refused: the person wants no messages
};

/// A messaging service as values: it opens no socket and knows no clock (transports/http and bot do).
/// Immutable; every method may be called from any thread.
class Channel {
public:
    virtual ~Channel() = default;
    virtual std::string_view name() const = 0;
    virtual Traits traits() const = 0;

    /// First whether it really comes from the service (over the bytes as they came, in constant time), then
    /// what it says. Never throws.
    ///
    /// @param now  seconds since 1970-01-01 UTC, for services whose signatures grow old.
    virtual Received receive(const http::Request& webhook, long long now) const = 0;

    /// The calls to make, in order: the same for the same reply, so that a delivery that broke off goes on
    /// where it was.
    virtual std::vector<http::ClientRequest> render(const Outbound& reply) const = 0;

    virtual Delivery outcome(const http::ClientResponse& answer) const = 0;

    /// Where its webhooks arrive.
    virtual std::string path() const { return "/channels/" + std::string(name()); }

    /// For services that take the reply as the webhook's own answer: that answer, made of the turn's events.
    /// None: this channel is called.
    virtual std::optional<http::Response> reply_at_once(const Heard&, const std::vector<LoggedEvent>&) const {
        return std::nullopt;
    }
    virtual bool replies_at_once() const { return false; }

    /// A call that tells whether the secrets are good; none if the service has no such call.
    virtual std::optional<http::ClientRequest> self_test() const { return std::nullopt; }

    /// For services that are asked for news instead of telling them: the call to make, given what the answer
    /// before said (empty at first); and what its answer says. None: this channel is told.
    virtual std::optional<http::ClientRequest> poll(std::string_view) const { return std::nullopt; }
    struct News {
        std::vector<Heard> heard;
        std::string next;  ///< for the next poll
        int ignored = 0;
        bool failed = false;
    };
    virtual News read_news(const http::ClientResponse&, std::string_view) const { return {}; }
};

}  // namespace attune::transports
