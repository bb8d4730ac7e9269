#include "transports/rest/read_events.hpp"

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "transports/http/problem.hpp"
#include "transports/rest/bodies.hpp"
#include "transports/rest/long_poll.hpp"
#include "transports/rest/sse.hpp"

namespace attune::transports::rest {

namespace asio = boost::asio;
using ConversationPtr = std::shared_ptr<Conversation>;

namespace {

constexpr std::uint64_t longest_wait_seconds = 25;
constexpr std::uint64_t events_at_once = 50;

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The number that stands there, 0 if nothing stands there, none if it is no number.
std::optional<std::uint64_t> number_in_query(const http::Request& request, std::string_view name) {
    auto text = http::query_value(request, name);
    return text ? whole_number(*text) : std::optional<std::uint64_t>(0);
}

void start_stream(const ConversationPtr& conversation, std::uint64_t after, const http::Call& call,
                  const http::Respond& respond) {
    http::Response response;
    response.headers["content-type"] = "text/event-stream";
    response.headers["x-accel-buffering"] = "no";
    response.stream = std::make_shared<http::Stream>();
    if (!call.request.head_only) stream_events(conversation, after, response.stream, call.home);
    respond(std::move(response));
}

/// What is there already is given at once; only for what is not there yet a place among the subscribers is
/// taken.
void poll(const ConversationPtr& conversation, std::uint64_t after, std::chrono::seconds wait,
          const http::Call& call, const http::Respond& respond) {
    auto answer = [respond, after](const Events& events) {
        respond(json_response(200, events_body(events, after)));
    };
    auto on_history = [conversation, after, wait, home = call.home, respond,
                       answer](const Outcome<History>& history) {
        if (!history) return respond(refusal_response(history.error()));
        if (!history->events.empty() || wait.count() == 0) return answer(history->events);
        asio::dispatch(home, [=] { long_poll(conversation, after, wait, home, answer); });
    };
    // Numbers have no gaps: the oldest that are missing, so that who is far behind catches up in order.
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t before = after < last - events_at_once ? after + events_at_once + 1 : last;
    conversation->history(after, before, static_cast<int>(events_at_once), std::move(on_history));
}

}  // namespace

void read_events(const ConversationPtr& conversation, const http::Call& call, const http::Respond& respond) {
    const http::Request& request = call.request;
    std::string_view last_id = http::header(request, "last-event-id");
    auto after = last_id.empty() ? number_in_query(request, "after") : whole_number(last_id);
    auto wait = number_in_query(request, "wait");
    if (!after || !wait) return respond(http::problem(422, "bad_field", "after, wait: whole numbers"));
    if (http::header(request, "accept").find("text/event-stream") != std::string_view::npos) {
        return start_stream(conversation, *after, call, respond);
    }
    std::chrono::seconds patience(std::min(*wait, longest_wait_seconds));
    poll(conversation, *after, patience, call, respond);
}

}  // namespace attune::transports::rest
