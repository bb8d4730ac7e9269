#include "transports/directline/routes.hpp"

#include <atomic>
#include <charconv>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "transports/channels/json.hpp"
#include "transports/directline/activity.hpp"
#include "transports/directline/answers.hpp"
#include "transports/directline/stream.hpp"
#include "transports/directline/tickets.hpp"
#include "transports/http/access.hpp"
#include "transports/http/origin.hpp"

namespace attune::transports::directline {

using ConversationPtr = std::shared_ptr<Conversation>;
using http::Call;
using http::Respond;
using Json = nlohmann::json;

namespace {

constexpr std::uint64_t events_at_once = 50;

/// What all routes work with.
struct Parts {
    http::Core& core;
    Tickets tickets;
    std::atomic<std::uint64_t> nameless{0};  ///< messages that the client gave no name

    std::string spare_id() {
        return std::to_string(core.config.now().time_since_epoch().count()) + "_" +
               std::to_string(++nameless);
    }
    Place place(const std::string& conversation) const {
        Service& service = core.service;
        return {conversation, service.bot("").name,
                [&service](std::string_view lang) { return service.choice_hint(lang, true); }};
    }
};
using PartsPtr = std::shared_ptr<Parts>;

std::uint64_t watermark_of(const http::Request& request) {
    const std::string text = http::query_value(request, "watermark").value_or("");
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// `id.token`: who has it may speak for the conversation.
std::pair<std::string, std::string> parted(std::string_view token) {
    const auto dot = token.find('.');
    if (dot == std::string_view::npos) return {};
    return {std::string(token.substr(0, dot)), std::string(token.substr(dot + 1))};
}

std::string_view token_of(const Call& call) {
    return http::bearer_token(http::header(call.request, "authorization"));
}

http::Response place_answer(int status, Parts& parts, const Call& call, const std::string& id,
                            const std::string& token) {
    const std::string name =
        parts.tickets.give({id, token, watermark_of(call.request)}, Tickets::Clock::now());
    const std::string stream = std::string(root) + "/conversations/" + id + "/stream?t=" + name;
    return opened_answer(status, id, id + "." + token,
                         stream_origin(call.request, parts.core.config) + stream);
}

/// A new conversation: for who knows an access token, or for everybody where there are none.
void start(const PartsPtr& parts, const Call& call, const Respond& respond, int status) {
    const auto& tokens = parts->core.config.access_tokens;
    if (!tokens.empty() && !http::is_known_token(token_of(call), tokens))
        return respond(refusal(403, "forbidden"));
    const auto body = read_object(call.request.body);
    Newcomer who{call.request.peer, body ? text_of(*body, "locale") : "", "web"};
    auto opened = [parts, call, respond, status](const Outcome<Opened>& outcome) {
        if (!outcome) return respond(refusal(outcome.error()));
        respond(place_answer(status, *parts, call, outcome->conversation->id(), outcome->resume_token));
    };
    parts->core.service.start(std::move(who), call.home, std::move(opened));
}

/// Goes on with the conversation of the call's token, if it is also the path's.
template <class Then>
void with_conversation(const PartsPtr& parts, const Call& call, const Respond& respond, Then then) {
    auto [id, token] = parted(token_of(call));
    const auto named = call.params.find("id");
    const bool other = named != call.params.end() && named->second != id;
    if (id.empty() || other) return respond(refusal(403, "forbidden"));
    parts->core.service.find(id, token, call.home,
                             [respond, then, token = token](const Outcome<ConversationPtr>& found) {
                                 if (!found) return respond(refusal(found.error()));
                                 then(*found, token);
                             });
}

void open(const PartsPtr& parts, const Call& call, const Respond& respond) {
    if (parted(token_of(call)).first.empty()) return start(parts, call, respond, 201);
    with_conversation(parts, call, respond,
                      [parts, call, respond](const ConversationPtr& found, const auto& token) {
                          respond(place_answer(200, *parts, call, found->id(), token));
                      });
}

void say_again_in_words(const ConversationPtr& conversation, Posted posted, const Respond& respond) {
    posted.message.content = Text{posted.label};
    conversation->send(std::move(posted.message), [conversation, respond](const Outcome<Accepted>& outcome) {
        respond(outcome ? said_answer(activity_id(conversation->id(), outcome->seq))
                        : refusal(outcome.error()));
    });
}

void say(const ConversationPtr& conversation, const Posted& posted, const Respond& respond) {
    conversation->send(posted.message, [conversation, posted, respond](const Outcome<Accepted>& outcome) {
        if (outcome) return respond(said_answer(activity_id(conversation->id(), outcome->seq)));
        const bool in_words = outcome.error().code == Code::stale_choice && !posted.label.empty();
        if (in_words) return say_again_in_words(conversation, posted, respond);
        respond(refusal(outcome.error()));
    });
}

void post(const PartsPtr& parts, const Call& call, const Respond& respond) {
    auto posted = read_activity(call.request.body, parts->spare_id());
    if (!posted) return respond(refusal(400, "bad_json"));
    with_conversation(parts, call, respond,
                      [posted = *posted, respond](const ConversationPtr& found, const auto&) {
                          if (!posted.says_something) return respond(said_answer(found->id() + "|"));
                          say(found, posted, respond);
                      });
}

void read(const PartsPtr& parts, const Call& call, const Respond& respond) {
    const std::uint64_t after = watermark_of(call.request);
    with_conversation(
        parts, call, respond, [parts, after, respond](const ConversationPtr& found, const auto&) {
            constexpr auto last = std::numeric_limits<std::uint64_t>::max();
            // Numbers have no gaps: the oldest that are missing.
            const std::uint64_t before = after < last - events_at_once ? after + events_at_once + 1 : last;
            auto answer = [parts, found, after, respond](const Outcome<History>& history) {
                if (!history) return respond(refusal(history.error()));
                const auto& events = history->events;
                const std::uint64_t watermark = events.empty() ? after : events.back().seq;
                respond(json_answer(200, activity_set(events, watermark, parts->place(found->id()))));
            };
            found->history(after, before, static_cast<int>(events_at_once), std::move(answer));
        });
}

/// The token stays the same: it lives as long as the conversation.
void refresh(const PartsPtr& parts, const Call& call, const Respond& respond) {
    with_conversation(parts, call, respond,
                      [parts, call, respond](const ConversationPtr& found, const auto& token) {
                          respond(place_answer(200, *parts, call, found->id(), token));
                      });
}

std::optional<websocket::Admission> admit(const PartsPtr& parts, const http::Request& request,
                                          const http::Executor& home) {
    const std::string before = std::string(root) + "/conversations/";
    if (!request.path.starts_with(before) || !request.path.ends_with("/stream")) return std::nullopt;
    websocket::Admission admission;
    admission.status = 403;
    if (!http::is_origin_allowed(request, parts->core.config.allowed_origins)) return admission;
    auto ticket = parts->tickets.take(http::query_value(request, "t").value_or(""), Tickets::Clock::now());
    if (!ticket || request.path != before + ticket->conversation + "/stream") return admission;
    admission.status = 101;
    auto place = parts->place(ticket->conversation);
    admission.endpoint =
        std::make_shared<Stream>(parts->core.service, home, std::move(*ticket), std::move(place));
    return admission;
}

}  // namespace

void add_routes(http::Core& core) {
    auto parts = std::make_shared<Parts>(core);
    using Route = void (*)(const PartsPtr&, const Call&, const Respond&);
    const auto add = [&](const char* method, const std::string& path, Route route) {
        core.router.add(
            method, std::string(root) + path,
            [parts, route](const Call& call, const Respond& respond) { route(parts, call, respond); });
    };
    add("POST", "/tokens/generate", [](const PartsPtr& all, const Call& call, const Respond& respond) {
        start(all, call, respond, 200);
    });
    add("POST", "/tokens/refresh", refresh);
    add("POST", "/conversations", open);
    add("GET", "/conversations/{id}", refresh);
    add("POST", "/conversations/{id}/activities", post);
    add("GET", "/conversations/{id}/activities", read);
    core.sockets.push_back([parts](const http::Request& request, const http::Executor& home) {
        return admit(parts, request, home);
    });
}

}  // namespace attune::transports::directline
