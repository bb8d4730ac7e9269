#include "bot/cli/chat_event.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dialogs/analysis/wait.hpp"

namespace attune::bot {

namespace {

using nlohmann::json;

constexpr std::ptrdiff_t max_code_points = 4000;

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

Result<ChatEvent> read_text(const json& value) {
    if (!value.is_string()) return failure(Errc::invalid_input, "'text' is not a text");
    auto text = value.get<std::string>();
    if (std::count_if(text.begin(), text.end(), is_lead) > max_code_points) {
        return failure(Errc::limit_exceeded, "'text' has more than 4000 characters");
    }
    return ChatEvent{"text", dialogs::Said{std::move(text)}, 0};
}

Result<ChatEvent> read_choice(const json& value) {
    const json values = value.is_array() ? value : json::array({value});
    dialogs::Chose chose;
    for (const json& each : values) {
        if (!each.is_string()) return failure(Errc::invalid_input, "'choice' is neither a text nor a list of texts");
        chose.values.push_back(each.get<std::string>());
    }
    return ChatEvent{"choice", std::move(chose), 0};
}

Result<ChatEvent> read_wait(const json& value) {
    const std::string written = value.is_string() ? value.get<std::string>() : value.is_number_unsigned() ? value.dump() : "";
    const auto wait = dialogs::parse_wait(written);
    if (!wait) return failure(Errc::invalid_input, R"('wait' is neither seconds nor a text such as "30s", "10m", "2h", "3d")");
    return ChatEvent{"wait", dialogs::Waited{}, *wait};
}

}  // namespace

Result<ChatEvent> read_chat_event(std::string_view line) {
    const json event = json::parse(line, nullptr, false);
    if (event.is_discarded()) return failure(Errc::invalid_input, "the line is not JSON in UTF-8");
    if (!event.is_object() || event.size() != 1) {
        return failure(Errc::invalid_input, "the line is no object with exactly one of text, choice and wait");
    }
    const std::string& key = event.begin().key();
    const json& value = event.begin().value();
    if (key == "text") return read_text(value);
    if (key == "choice") return read_choice(value);
    if (key == "wait") return read_wait(value);
    return failure(Errc::invalid_input, "the line has none of text, choice and wait");
}

}  // namespace attune::bot
