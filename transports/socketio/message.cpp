#include "transports/socketio/message.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "transports/channels/json.hpp"

namespace attune::transports::socketio {

using Json = nlohmann::json;

namespace {

Packet::Kind kind_of(char letter) {
    switch (letter) {
        case '0':
            return Packet::Kind::connect;
        case '1':
            return Packet::Kind::disconnect;
        case '2':
            return Packet::Kind::event;
        default:
            return Packet::Kind::other;
    }
}

std::string event(const char* name, Json content) {
    return "2" + write_json(Json::array({name, std::move(content)}));
}

/// Of which several can be ticked: typed numbers do that, buttons cannot.
std::string numbered(const Json& said, const std::string& hint) {
    std::string text = text_of(said, "text") + "\n";
    int number = 0;
    for (const Json& item : member(said, "choices", "items")) {
        text += "\n" + std::to_string(++number) + ". " + text_of(item, "label");
    }
    return hint.empty() ? text : text + "\n\n" + hint;
}

Json quick_replies(const Json& said) {
    Json replies = Json::array();
    int place = 0;
    for (const Json& item : member(said, "choices", "items")) {
        replies.push_back({{"content_type", "text"},
                           {"title", text_of(item, "label")},
                           {"payload", text_of(said, "seq") + "." + std::to_string(place++)}});
    }
    return replies;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::optional<Packet> read_packet(std::string_view text) {
    if (text.empty() || text.front() < '0' || text.front() > '6') return std::nullopt;
    Packet packet;
    packet.kind = kind_of(text.front());
    text.remove_prefix(1);
    if (text.starts_with('/')) {
        const auto comma = text.find(',');
        packet.space = std::string(text.substr(0, std::min(comma, text.find('?'))));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, none] = std::from_chars(text.data(), end, number);
    if (none == std::errc{}) {
        packet.ack = number;
        text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    }
    packet.json = std::string(text);
    return packet;
}

std::optional<FromClient> read_event(const std::string& json) {
    // Read as an object's member, so that depth and size are bounded as everywhere.
    const auto read = read_object("{\"event\":" + json + "}");
    if (!read) return std::nullopt;
    const Json& array = member(*read, "event");
    if (!array.is_array() || array.empty() || !array.front().is_string()) return std::nullopt;
    FromClient said;
    const Json& content = array.size() > 1 ? array[1] : array.front();
    if (array.front() == Json("session_request"))
        said.request = SessionRequest{text_of(content, "session_id")};
    if (array.front() == Json("user_uttered")) said.uttered = Uttered{text_of(content, "message")};
    return said;
}

std::string token_in(const std::string& json) {
    const auto read = read_object(json);
    return read ? text_of(*read, "token") : "";
}

std::string confirm(const std::string& session) {
    return event("session_confirm", session);
}

std::string bot_uttered(const LoggedEvent& logged, const std::string& hint) {
    const auto said = logged.type == "message" ? read_object(*logged.json) : std::nullopt;
    if (!said || text_of(*said, "from") != "bot") return "";
    const Json& items = member(*said, "choices", "items");
    const bool asks = items.is_array() && !items.empty();
    const bool many = asks && member(*said, "choices", "multi") == Json(true);
    Json content{{"text", many ? numbered(*said, hint) : text_of(*said, "text")}};
    if (asks && !many) content["quick_replies"] = quick_replies(*said);
    return event("bot_uttered", std::move(content));
}

std::optional<Pick> pick(const LoggedEvent& logged, std::size_t place) {
    const auto said = read_object(*logged.json);
    if (!said) return std::nullopt;
    const Json& items = member(*said, "choices", "items");
    if (!items.is_array() || place >= items.size()) return std::nullopt;
    return Pick{{logged.seq, {text_of(items[place], "value")}}, text_of(items[place], "label")};
}

bool is_intent(std::string_view message) {
    if (message.size() < 2 || message.front() != '/') return false;
    const auto* const end = std::find_if_not(message.begin() + 1, message.end(), is_word);
    return end != message.begin() + 1 && (end == message.end() || (*end == '{' && message.back() == '}'));
}

std::string language_of(const LoggedEvent& logged) {
    const auto said = read_object(*logged.json);
    return said ? text_of(*said, "lang") : "";
}

}  // namespace attune::transports::socketio
