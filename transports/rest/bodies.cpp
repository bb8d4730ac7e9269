#include "transports/rest/bodies.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "transports/websocket/protocol.hpp"

namespace attune::transports::rest {

using Json = nlohmann::ordered_json;

namespace {

/// Events are JSON already: they are joined as they are.
std::string list_of(const std::vector<LoggedEvent>& events) {
    std::string list = "[";
    for (const LoggedEvent& event : events) {
        if (list.size() > 1) list += ',';
        list += *event.json;
    }
    return list + "]";
}

std::string with_events(const Json& object, const std::vector<LoggedEvent>& events) {
    std::string body = object.dump(-1, ' ', false, Json::error_handler_t::replace);
    body.back() = ',';  // in place of the closing brace
    return body + R"("events":)" + list_of(events) + "}";
}

}  // namespace

http::Response json_response(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.headers["content-type"] = "application/json";
    response.body = std::move(body);
    return response;
}

std::string opened_body(const Opened& opened, const BotCard& bot, const std::vector<LoggedEvent>& events) {
    // One description of the bot for all transports: that of the welcome frame.
    Json welcome = Json::parse(protocol::welcome_frame(opened, bot, false, 0));
    Json body;
    body["session"] = {
        {"id", opened.conversation->id()}, {"token", opened.resume_token}, {"expires_at", opened.expires_at}};
    for (const char* part : {"bot", "crisis", "limits"}) body[part] = welcome[part];
    return with_events(body, events);
}

std::string accepted_body(const Accepted& accepted) {
    Json body;
    body["accepted"] = {
        {"id", accepted.id}, {"seq", accepted.seq}, {"at", accepted.at}, {"dup", accepted.duplicate}};
    return with_events(body, accepted.events);
}

std::string events_body(const std::vector<LoggedEvent>& events, std::uint64_t after) {
    Json body;
    body["seq"] = events.empty() ? after : events.back().seq;
    return with_events(body, events);
}

int status_of(Code code) {
    switch (code) {
        case Code::bad_json:
            return 400;
        case Code::unknown_type:
            return 400;
        case Code::bad_field:
            return 422;
        case Code::too_long:
            return 413;
        case Code::id_conflict:
            return 409;
        case Code::stale_choice:
            return 409;
        case Code::rate_limited:
            return 429;
        case Code::unauthorized:
            return 401;
        case Code::forbidden:
            return 403;
        case Code::not_found:
            return 404;
        case Code::not_ready:
            return 503;
        case Code::unavailable:
            return 503;
        case Code::internal:
            return 500;
    }
    return 500;
}

http::Response refusal_response(const Refusal& refusal) {
    Json error{{"code", name_of(refusal.code)}, {"text", refusal.text}};
    if (refusal.retry_after) error["retry_after_ms"] = refusal.retry_after->count();
    Json body{{"error", std::move(error)}};
    auto response =
        json_response(status_of(refusal.code), body.dump(-1, ' ', false, Json::error_handler_t::replace));
    response.headers["content-type"] = "application/problem+json";
    if (refusal.retry_after) {
        auto seconds = std::chrono::ceil<std::chrono::seconds>(*refusal.retry_after).count();
        response.headers["retry-after"] = std::to_string(seconds);
    }
    if (refusal.code == Code::unauthorized) response.headers["www-authenticate"] = "Bearer";
    return response;
}

}  // namespace attune::transports::rest
