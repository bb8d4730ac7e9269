#include "transports/socketio/routes.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "transports/http/origin.hpp"
#include "transports/socketio/endpoint.hpp"
#include "transports/socketio/rasa_peer.hpp"
#include "transports/socketio/sessions.hpp"

namespace attune::transports::socketio {

using http::Call;
using http::Respond;

namespace {

/// What all routes work with.
struct Parts {
    http::Core& core;
    Sessions sessions{};
    LastSent last_sent{};

    std::shared_ptr<Peer> peer_for(const std::shared_ptr<Session>& session, const http::Request& request) {
        return std::make_shared<RasaPeer>(RasaParts{core.service, last_sent, core.config.access_tokens},
                                          session, http::query_value(request, "token").value_or(""),
                                          request.peer);
    }
};
using PartsPtr = std::shared_ptr<Parts>;

std::optional<Protocol> protocol_of(const http::Request& request) {
    const std::string number = http::query_value(request, "EIO").value_or("");
    if (number == "3") return Protocol::v3;
    if (number == "4") return Protocol::v4;
    return std::nullopt;
}

http::Response bad_request(int code, std::string_view words) {
    auto response = http::text_response(
        400, "{\"code\":" + std::to_string(code) + ",\"message\":\"" + std::string(words) + "\"}");
    response.headers["content-type"] = "application/json";
    return response;
}

std::shared_ptr<Session> session_of(const PartsPtr& parts, const http::Request& request) {
    return parts->sessions.find(http::query_value(request, "sid").value_or(""));
}

void poll(const PartsPtr& parts, const Call& call, const Respond& respond) {
    const auto protocol = protocol_of(call.request);
    if (!protocol) return respond(bad_request(5, "Unsupported protocol version"));
    if (http::query_value(call.request, "transport") != "polling")
        return respond(bad_request(0, "Transport unknown"));
    if (http::query_value(call.request, "sid")) {
        const auto session = session_of(parts, call.request);
        return session ? session->poll(respond) : respond(bad_request(1, "Session ID unknown"));
    }
    const auto session = parts->sessions.make(*protocol, call.home);
    if (!session) return respond(http::text_response(503, "later\n"));
    session->begin(parts->peer_for(session, call.request), false);
    session->poll(respond);
}

void post(const PartsPtr& parts, const Call& call, const Respond& respond) {
    const auto session = session_of(parts, call.request);
    return session ? session->post(call.request.body, respond)
                   : respond(bad_request(1, "Session ID unknown"));
}

std::optional<websocket::Admission> admit(const PartsPtr& parts, const http::Request& request,
                                          const http::Executor& home) {
    if (request.path != path) return std::nullopt;
    websocket::Admission admission;
    admission.status = 403;
    if (!http::is_origin_allowed(request, parts->core.config.allowed_origins)) return admission;
    admission.status = 400;
    const auto protocol = protocol_of(request);
    if (!protocol) return admission;
    const bool is_new = !http::query_value(request, "sid");
    const auto session = is_new ? parts->sessions.make(*protocol, home) : session_of(parts, request);
    if (!session) return admission;
    std::function<void()> begin;
    if (is_new) {
        begin = [weak = std::weak_ptr<Session>(session), peer = parts->peer_for(session, request)] {
            if (const auto self = weak.lock()) self->begin(peer, true);
        };
    }
    admission.endpoint = std::make_shared<Endpoint>(session, home, std::move(begin));
    admission.status = 101;
    return admission;
}

}  // namespace

void add_routes(http::Core& core) {
    auto parts = std::make_shared<Parts>(core);
    core.router.add("GET", path,
                    [parts](const Call& call, const Respond& respond) { poll(parts, call, respond); });
    core.router.add("POST", path,
                    [parts](const Call& call, const Respond& respond) { post(parts, call, respond); });
    core.sockets.push_back([parts](const http::Request& request, const http::Executor& home) {
        return admit(parts, request, home);
    });
}

}  // namespace attune::transports::socketio
