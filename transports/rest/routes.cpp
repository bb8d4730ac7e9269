#include "transports/rest/routes.hpp"

#include <boost/asio/dispatch.hpp>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "transports/http/access.hpp"
#include "transports/http/problem.hpp"
#include "transports/rest/bodies.hpp"
#include "transports/rest/read_events.hpp"
#include "transports/rest/read_message.hpp"
#include "transports/websocket/fields.hpp"

namespace attune::transports {

/// openapi.yaml, built into the program.
const std::map<std::string, std::string>& rest_documents();

}  // namespace attune::transports

namespace attune::transports::rest {

namespace asio = boost::asio;
using http::Call;
using http::Respond;
using ConversationPtr = std::shared_ptr<Conversation>;

namespace {

constexpr int greeting_events = 50;

bool is_json(const http::Request& request) {
    return request.body.empty() || http::header(request, "content-type").starts_with("application/json");
}

http::Response not_json() {
    return http::problem(415, "bad_json", "Content-Type: application/json is needed");
}

/// Starts a conversation and answers with its greeting.
void start(Service& service, const http::ServerConfig& config, const Call& call, const Respond& respond) {
    std::string_view token = http::bearer_token(http::header(call.request, "authorization"));
    if (!config.access_tokens.empty() && !http::is_known_token(token, config.access_tokens)) {
        return respond(http::problem(401, "unauthorized", "an access token is needed"));
    }
    if (!is_json(call.request)) return respond(not_json());
    std::string_view language = http::header(call.request, "accept-language");
    language = language.substr(0, language.find_first_of(",; "));
    service.start({call.request.peer, std::string(language), "rest"}, call.home, [&service, respond, wish = std::string(language)](Outcome<Opened> outcome) {
        if (!outcome) return respond(refusal_response(outcome.error()));
        auto conversation = outcome->conversation;
        auto answer = [&service, respond, wish, opened = std::move(*outcome)](const Outcome<History>& history) {
            if (!history) return respond(refusal_response(history.error()));
            respond(json_response(201, opened_body(opened, service.bot(wish), history->events)));
        };
        conversation->history(0, std::numeric_limits<std::uint64_t>::max(), greeting_events,
                              std::move(answer));
    });
}

/// Finds the conversation that the path and the token name, then goes on with it at the connection's home.
template <class Then>
void with_conversation(Service& service, Call call, Respond respond, Then then) {
    std::string token(http::bearer_token(http::header(call.request, "authorization")));
    if (token.empty()) return respond(http::problem(401, "unauthorized", "Authorization: Bearer is needed"));
    if (!is_json(call.request)) return respond(not_json());
    std::string id = call.params["id"];
    auto home = call.home;
    auto shared = std::make_shared<Call>(std::move(call));
    service.find(std::move(id), std::move(token), home,
                 [home, shared, respond, then](Outcome<ConversationPtr> found) {
                     if (!found) return respond(refusal_response(found.error()));
                     asio::dispatch(home, [shared, respond, then, conversation = std::move(*found)] {
                         then(conversation, *shared, respond);
                     });
                 });
}

void answer_accepted(const Respond& respond, const Outcome<Accepted>& outcome) {
    if (!outcome) return respond(refusal_response(outcome.error()));
    respond(json_response(200, accepted_body(*outcome)));
}

void send(const ConversationPtr& conversation, const Call& call, const Respond& respond) {
    auto message = read_message(call.request);
    if (!message) return respond(refusal_response(message.error()));
    conversation->send(std::move(*message), [conversation, respond](const Outcome<Accepted>& outcome) {
        answer_accepted(respond, outcome);
    });
}

/// The Idempotency-Key, or `otherwise` where it is left out; none if it is no id.
std::optional<std::string> client_id(const Call& call, std::string_view otherwise) {
    std::string_view key = http::header(call.request, "idempotency-key");
    if (key.empty()) return std::string(otherwise);
    return protocol::is_client_id(key) ? std::optional<std::string>(key) : std::nullopt;
}

http::Response bad_key() {
    return http::problem(422, "bad_field", "Idempotency-Key: 1 to 64 of A-Z a-z 0-9 _ -");
}

void end(const ConversationPtr& conversation, const Call& call, const Respond& respond) {
    auto id = client_id(call, "end");
    if (!id) return respond(bad_key());
    conversation->end(std::move(*id), [conversation, respond](const Outcome<Accepted>& outcome) {
        answer_accepted(respond, outcome);
    });
}

void erase(const ConversationPtr& conversation, const Call& call, const Respond& respond) {
    auto id = client_id(call, "erase");
    if (!id) return respond(bad_key());
    conversation->erase(std::move(*id), [conversation, respond](const Outcome<Accepted>& outcome) {
        if (!outcome) return respond(refusal_response(outcome.error()));
        http::Response response;
        response.status = 204;
        respond(std::move(response));
    });
}

http::Handler for_session(Service& service,
                          void (*then)(const ConversationPtr&, const Call&, const Respond&)) {
    return [&service, then](Call call, Respond respond) {
        with_conversation(service, std::move(call), std::move(respond), then);
    };
}

}  // namespace

void add_routes(http::Router& router, const http::ServerConfig& config, Service& service) {
    router.add("POST", "/v1/sessions", [&service, &config](const Call& call, const Respond& respond) {
        start(service, config, call, respond);
    });
    router.add("POST", "/v1/sessions/{id}/messages", for_session(service, send));
    router.add("GET", "/v1/sessions/{id}/events", for_session(service, read_events));
    router.add("POST", "/v1/sessions/{id}/end", for_session(service, end));
    router.add("DELETE", "/v1/sessions/{id}", for_session(service, erase));
    router.add("GET", "/v1/openapi.yaml", [](const Call&, const Respond& respond) {
        http::Response response = http::text_response(200, rest_documents().at("openapi.yaml"));
        response.headers["content-type"] = "application/yaml";
        response.headers["cache-control"] = "no-cache";
        respond(std::move(response));
    });
}

}  // namespace attune::transports::rest
