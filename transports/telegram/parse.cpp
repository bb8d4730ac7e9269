#include "transports/telegram/parse.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"

namespace attune::transports::telegram {

using Json = nlohmann::json;

namespace {

/// The words on the button, from the keyboard that Telegram sends back with the press.
std::string label_of(const Json& message, const std::string& data) {
    const Json& rows = member(message, "reply_markup", "inline_keyboard");
    if (!rows.is_array()) return {};
    for (const Json& row : rows) {
        if (!row.is_array()) continue;
        for (const Json& button : row) {
            if (text_of(button, "callback_data") == data) return text_of(button, "text");
        }
    }
    return {};
}

std::optional<Heard> parse_press(const Json& query, Heard heard) {
    const std::string data = text_of(query, "data");
    auto pressed = read_payload(data);
    if (!pressed) return std::nullopt;
    pressed->label = label_of(member(query, "message"), data);
    heard.address = text_of(member(query, "message", "chat"), "id");
    heard.ticket = text_of(query, "id");
    heard.content = std::move(*pressed);
    return heard;
}

std::variant<std::monostate, Text, Pressed, Command> content_of(const std::string& text) {
    const std::string_view word = std::string_view(text).substr(0, text.find_first_of(" @\n"));
    if (word == "/start") return Command::start;
    if (word == "/stop") return Command::stop;
    if (word == "/help") return Command::help;
    // Other commands are words to the dialog: `/menu`.
    return heard_text(text.starts_with('/') ? std::string_view(text).substr(1) : std::string_view(text));
}

}  // namespace

std::optional<Heard> parse_update(const Json& update) {
    Heard heard;
    heard.id = text_of(update, "update_id");
    if (heard.id.empty()) return std::nullopt;
    const Json& query = member(update, "callback_query");
    const Json& message = query.is_object() ? member(query, "message") : member(update, "message");
    if (text_of(member(message, "chat"), "type") != "private") return std::nullopt;
    if (query.is_object()) {
        auto press = parse_press(query, std::move(heard));
        return press && !press->address.empty() ? press : std::nullopt;
    }
    heard.address = text_of(member(message, "chat"), "id");
    const std::string text = text_of(message, "text");
    if (heard.address.empty() || text.empty() || member(member(message, "from"), "is_bot") == Json(true)) {
        return std::nullopt;
    }
    heard.content = content_of(text);
    return heard;
}

}  // namespace attune::transports::telegram
