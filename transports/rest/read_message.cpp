#include "transports/rest/read_message.hpp"

#include <nlohmann/json.hpp>

#include "transports/websocket/protocol.hpp"

namespace attune::transports::rest {

using Json = nlohmann::json;

namespace {

tl::unexpected<Refusal> refused(Code code, std::string text) {
    Refusal refusal;
    refusal.code = code;
    refusal.text = std::move(text);
    return tl::unexpected<Refusal>(std::move(refusal));
}

/// The frame that says the same over a WebSocket; null if the body has neither form, or both.
Json to_frame(Json& body, std::string_view id) {
    Json frame;
    if (body.contains("text") == body.contains("choice")) return nullptr;
    if (body.contains("text")) {
        frame["t"] = "message";
        frame["text"] = std::move(body["text"]);
    } else if (body["choice"].is_object()) {
        frame = std::move(body["choice"]);
        frame["t"] = "choice";
    } else {
        return nullptr;
    }
    frame["id"] = id;
    return frame;
}

}  // namespace

Outcome<Inbound> read_message(const http::Request& request) {
    std::string_view id = http::header(request, "idempotency-key");
    if (id.empty()) return refused(Code::bad_field, "Idempotency-Key: missing");
    if (request.body.size() > protocol::max_inbound_bytes)
        return refused(Code::too_long, "the body is too long");
    Json body = Json::parse(request.body, nullptr, false);
    if (!body.is_object()) return refused(Code::bad_json, "the body is no JSON object");
    Json frame = to_frame(body, id);
    if (frame.is_null()) return refused(Code::bad_field, "text or choice: one of them is needed");
    auto read = protocol::read_frame(frame.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!read) return tl::unexpected<Refusal>(read.error().refusal);
    auto* message = std::get_if<Inbound>(&*read);
    if (!message) return refused(Code::bad_field, "text or choice: one of them is needed");
    return std::move(*message);
}

}  // namespace attune::transports::rest
