#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "transports/websocket/fields.hpp"
#include "transports/websocket/protocol.hpp"

namespace attune::transports::protocol {

using nlohmann::json;

namespace {

constexpr std::size_t max_name_bytes = 64;
constexpr std::size_t max_token_bytes = 128;
constexpr std::size_t max_value_bytes = 256;
constexpr std::size_t max_values = 64;
constexpr std::size_t max_label_bytes = 1024;

tl::unexpected<BadFrame> refused(Refusal refusal, std::string id = {}) {
    return tl::unexpected<BadFrame>(BadFrame{std::move(refusal), std::move(id)});
}

/// Nothing if it is not JSON or nested too deep.
std::optional<json> parse(std::string_view text) {
    bool too_deep = false;
    const auto watch_depth = [&](int depth, json::parse_event_t event, json&) {
        const bool opens =
            event == json::parse_event_t::object_start || event == json::parse_event_t::array_start;
        if (opens && depth >= max_depth) too_deep = true;
        return !too_deep;
    };
    json value = json::parse(text, watch_depth, /*allow_exceptions=*/false);
    if (too_deep || value.is_discarded()) return std::nullopt;
    return value;
}

ClientFrame read_hello(Fields& fields) {
    Hello hello;
    if (fields.whole_number("v", 1) != 1) fields.refuse("v");
    fields.optional_string("bot", max_name_bytes);
    hello.locale = fields.optional_string("locale", max_name_bytes);
    fields.optional_object("client");
    const json* key = fields.optional_object("session");
    if (key == nullptr) return hello;

    Fields session(*key);
    hello.session = SessionKey{session.id("id"), session.string("resume_token", max_token_bytes),
                               session.whole_number("last_seq", 0)};
    if (session.refusal) fields.refuse("session");
    return hello;
}

ClientFrame read_message(Fields& fields) {
    Inbound message;
    message.id = fields.id("id");
    message.content = Text{fields.visitor_text("text")};
    return message;
}

ClientFrame read_choice(Fields& fields) {
    Inbound message;
    message.id = fields.id("id");
    const auto prompt_seq = fields.whole_number("prompt_seq", 1);
    message.content = Chosen{prompt_seq, fields.strings("value", max_values, max_value_bytes)};
    fields.optional_string("label", max_label_bytes);
    return message;
}

ClientFrame read_typing(Fields& fields) {
    return TypingNotice{fields.boolean("on")};
}

ClientFrame read_ack(Fields& fields) {
    return Ack{fields.whole_number("seq", 0)};
}

ClientFrame read_history(Fields& fields) {
    HistoryRequest request;
    request.id = fields.id("id");
    request.before_seq = fields.optional_whole_number("before_seq", 1);
    const auto limit = fields.optional_whole_number("limit", 1).value_or(max_history);
    if (limit > max_history) fields.refuse("limit");
    request.limit = static_cast<int>(limit);
    return request;
}

ClientFrame read_erase(Fields& fields) {
    Erase erase{fields.id("id")};
    fields.must_be_true("confirm");
    return erase;
}

ClientFrame read_end(Fields& fields) {
    return End{fields.id("id")};
}

ClientFrame read_ping(Fields& fields) {
    return Ping{fields.integer("n")};
}

struct Kind {
    std::string_view name;
    ClientFrame (*read)(Fields&);
};
constexpr std::array<Kind, 9> kinds{{
    {"hello", read_hello},
    {"message", read_message},
    {"choice", read_choice},
    {"typing", read_typing},
    {"ack", read_ack},
    {"history", read_history},
    {"erase", read_erase},
    {"end", read_end},
    {"ping", read_ping},
}};

std::string id_of(const json& frame) {
    const auto found = frame.find("id");
    if (found == frame.end() || !found->is_string()) return {};
    const auto& id = found->get_ref<const std::string&>();
    return is_client_id(id) ? id : std::string();
}

}  // namespace

tl::expected<ClientFrame, BadFrame> read_frame(std::string_view text) {
    if (text.size() > max_inbound_bytes) {
        return refused(Refusal{Code::too_long, "A frame has at most 16 KiB.", std::nullopt, false});
    }
    const std::optional<json> frame = parse(text);
    if (!frame || !frame->is_object()) {
        return refused(Refusal{Code::bad_json, "A frame is one JSON object, at most 8 levels deep.",
                               std::nullopt, false});
    }
    Fields fields(*frame);
    const std::string name = fields.string("t", max_name_bytes);
    if (fields.refusal) return refused(std::move(*fields.refusal), id_of(*frame));
    for (const Kind& kind : kinds) {
        if (kind.name != name) continue;
        ClientFrame value = kind.read(fields);
        if (fields.refusal) return refused(std::move(*fields.refusal), id_of(*frame));
        return value;
    }
    return refused(Refusal{Code::unknown_type, "There is no frame of this type.", std::nullopt, false},
                   id_of(*frame));
}

}  // namespace attune::transports::protocol
