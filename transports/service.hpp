#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace attune::transports {

/// What a request can be refused with; the names stand on the wire.
enum class Code {
    bad_json, bad_field, unknown_type, too_long, id_conflict, stale_choice, rate_limited,
    not_ready, unauthorized, forbidden, not_found, unavailable, internal,
};
std::string_view name_of(Code code);

/// A refusal in words that name the field and never a visitor's text.
struct Refusal {
    Code code = Code::internal;
    std::string text;
    std::optional<std::chrono::milliseconds> retry_after;
    bool close = false;  ///< the connection ends with it (e.g. the third rate limit in a minute)
};

template <class T>
using Outcome = tl::expected<T, Refusal>;

template <class T>
using Done = std::function<void(Outcome<T>)>;

/// One durable event of a conversation: the JSON that goes on the wire, the same on every transport.
struct LoggedEvent {
    std::uint64_t seq = 0;  ///< from 1, without gaps
    std::string type;       ///< `message`, `ended`, …: the frame's `t`
    std::shared_ptr<const std::string> json;
};

/// What a visitor sends.
struct Text {
    std::string text;  ///< UTF-8, at most `max_text_code_points`; health data
};
struct Chosen {
    std::uint64_t prompt_seq = 0;     ///< the message whose buttons they are
    std::vector<std::string> values;  ///< one, or several where the question takes several
};
struct Inbound {
    std::string id;  ///< the client's, `[A-Za-z0-9_-]{1,64}`, unique in its conversation
    std::variant<Text, Chosen> content;
};
inline constexpr std::size_t max_text_code_points = 4000;

/// A message is stored for good.
struct Accepted {
    std::string id;
    std::uint64_t seq = 0;  ///< of the visitor's own message in the log
    long long at = 0;       ///< milliseconds since 1970-01-01 UTC
    bool duplicate = false; ///< it was stored before; the dialog did not run again
    std::vector<LoggedEvent> events;  ///< the visitor's message and the answers to it; empty for a duplicate
};

struct History {
    std::vector<LoggedEvent> events;  ///< ascending
    bool more = false;                ///< there are earlier ones
};

/// Somebody who wants to see a conversation's events as they happen: one connection. Called on the
/// conversation's executor; must not block.
class Subscriber {
public:
    virtual ~Subscriber() = default;
    virtual void deliver(const LoggedEvent& event) = 0;
    virtual void typing() = 0;                ///< the bot is about to answer
    virtual void finish(int close_code, std::string_view reason) = 0;  ///< no more events will come
};

/// A conversation, as transports see it. Every call may be made from any thread; `done` is called on the
/// conversation's executor, exactly once.
class Conversation {
public:
    virtual ~Conversation() = default;
    virtual const std::string& id() const = 0;

    /// Runs one turn; messages are taken strictly in order of the calls. `done` comes after the durable
    /// commit and after the subscribers got the events. Refusals: id_conflict, stale_choice, rate_limited,
    /// not_found (erased or ended), unavailable (the store does not take it: nothing was changed).
    virtual void send(Inbound message, Done<Accepted> done) = 0;

    /// At most `limit` events with seq in (after, before).
    virtual void history(std::uint64_t after, std::uint64_t before, int limit, Done<History> done) = 0;

    /// Deletes state and log for good, then finishes all subscribers with 4410.
    virtual void erase(std::string client_id, Done<Accepted> done) = 0;
    /// The visitor is done: logs `ended`, then finishes all subscribers with 1000.
    virtual void end(std::string client_id, Done<Accepted> done) = 0;

    /// From now on `subscriber` gets every event with seq > after: first what the log holds, then live,
    /// without gap or repetition. At most 5; the oldest is finished with 4409.
    virtual void subscribe(std::shared_ptr<Subscriber> subscriber, std::uint64_t after) = 0;
    virtual void unsubscribe(const Subscriber* subscriber) = 0;
};

/// A conversation that was opened, with what its holder must know.
struct Opened {
    std::shared_ptr<Conversation> conversation;
    std::string resume_token;     ///< the secret that opens it again
    long long expires_at = 0;     ///< milliseconds since 1970-01-01 UTC, if nothing happens till then
    bool resumed = false;
    std::uint64_t seq = 0;        ///< newest event
    std::uint64_t oldest_seq = 1; ///< oldest event that is still kept
};

/// The bot's public face: what a page shows before and beside every conversation.
struct BotCard {
    std::string name;
    std::string disclosure;
    std::string locale;
    std::string crisis_title;
    struct Line { std::string label, tel, sms, url; };
    std::vector<Line> crisis_lines;
};

/// Who begins a conversation.
struct Newcomer {
    std::string peer;     ///< the address, for rate limits
    std::string locale;   ///< the language that is wished for, BCP 47; may be empty or anything
    std::string channel;  ///< the profile of the channel: `web`, `rest`, `sms`…
};

/// The server, as transports see it. Implemented by bot/server; thread-safe.
class Service {
public:
    virtual ~Service() = default;

    /// A new conversation that lives on `home`; its first events (the greeting) are committed before `done`.
    /// Refusals: rate_limited, unavailable.
    virtual void start(Newcomer who, boost::asio::any_io_executor home, Done<Opened> done) = 0;

    /// Opens an existing one and rotates its token; the one before stays valid for 60 s.
    /// Refusals: not_found (expired, erased), unauthorized (wrong token), unavailable.
    virtual void resume(std::string id, std::string token, boost::asio::any_io_executor home, Done<Opened> done) = 0;

    /// As resume, but without rotation: for requests that carry the token each time.
    virtual void find(std::string id, std::string token, boost::asio::any_io_executor home,
                      Done<std::shared_ptr<Conversation>> done) = 0;

    /// The bot's face in the language that suits this wish best: a BCP 47 tag, empty or anything.
    virtual BotCard bot(std::string_view locale) const = 0;
    /// The bot's words on how to answer choices that are shown as numbered lines. May be empty.
    virtual std::string choice_hint(std::string_view, bool /*many*/) const { return ""; }
    virtual bool ready() const = 0;  ///< bot loaded, store reachable, not draining
};

}  // namespace attune::transports
