#include "transports/directline/activity.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "transports/channels/json.hpp"
#include "transports/directline/client_id.hpp"
#include "transports/websocket/fields.hpp"

namespace attune::transports::directline {

using Json = nlohmann::json;

namespace {

constexpr std::size_t most_value_bytes = 256;

std::string timestamp(long long ms) {
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(ms % 1000));
    return std::string(text.data(), length) + fraction.data();
}

/// The press on a button of ours; `value` is what its action carried.
std::optional<Chosen> read_press(const Json& value) {
    const Json& prompt = member(value, "attune", "prompt");
    const std::string chosen = text_of(member(value, "attune"), "value");
    if (!prompt.is_number_unsigned() || chosen.empty() || chosen.size() > most_value_bytes)
        return std::nullopt;
    return Chosen{prompt.get<std::uint64_t>(), {chosen}};
}

Json actions_of(const Json& event, const std::string& text_seq) {
    Json actions = Json::array();
    for (const Json& item : member(event, "choices", "items")) {
        const std::string label = text_of(item, "label");
        Json value{{"attune", {{"prompt", std::stoull(text_seq)}, {"value", text_of(item, "value")}}}};
        actions.push_back({{"type", "messageBack"},
                           {"title", label},
                           {"text", label},
                           {"displayText", label},
                           {"value", std::move(value)}});
    }
    return actions;
}

/// Of which several can be ticked: typed numbers do that, buttons cannot.
std::string numbered(const Json& event, const Place& place) {
    std::string text = text_of(event, "text") + "\n";
    int number = 0;
    for (const Json& item : member(event, "choices", "items")) {
        text += "\n" + std::to_string(++number) + ". " + text_of(item, "label");
    }
    const std::string hint = place.hint ? place.hint(text_of(event, "lang")) : "";
    return hint.empty() ? text : text + "\n\n" + hint;
}

Json from_bot(const Place& place) {
    return {{"id", "bot"}, {"name", place.bot}, {"role", "bot"}};
}

Json base(const Json& event, const Place& place, const char* type) {
    const Json& at = member(event, "at");
    Json activity{{"type", type},
                  {"channelId", "directline"},
                  {"conversation", {{"id", place.conversation}}},
                  {"from", from_bot(place)}};
    const Json& seq = member(event, "seq");
    if (seq.is_number_unsigned()) activity["id"] = activity_id(place.conversation, seq.get<std::uint64_t>());
    if (at.is_number_integer()) activity["timestamp"] = timestamp(at.get<long long>());
    return activity;
}

/// The client finds its own bubble by the name it gave it.
Json users(const Json& event, const Place& place) {
    Json activity = base(event, place, "message");
    activity["from"] = {{"id", "user"}, {"role", "user"}};
    activity["text"] = text_of(event, "text");
    activity["textFormat"] = "plain";
    const std::string given = client_name_of(text_of(event, "id"));
    if (!given.empty()) activity["channelData"] = {{"clientActivityID", given}};
    return activity;
}

Json bots(const Json& event, const Place& place) {
    Json activity = base(event, place, "message");
    const Json& items = member(event, "choices", "items");
    const bool asks = items.is_array() && !items.empty();
    const bool many = asks && member(event, "choices", "multi") == Json(true);
    activity["text"] = many ? numbered(event, place) : text_of(event, "text");
    activity["textFormat"] = "plain";
    activity["locale"] = text_of(event, "lang");
    activity["inputHint"] = asks ? "expectingInput" : "acceptingInput";
    if (asks && !many) activity["suggestedActions"] = {{"actions", actions_of(event, text_of(event, "seq"))}};
    return activity;
}

/// Null for what means nothing here.
Json activity_of(const LoggedEvent& logged, const Place& place) {
    const auto event = read_object(*logged.json);
    if (!event) return {};
    if (logged.type == "ended") return base(*event, place, "endOfConversation");
    if (logged.type != "message") return {};
    return text_of(*event, "from") == "user" ? users(*event, place) : bots(*event, place);
}

}  // namespace

std::string activity_id(const std::string& conversation, std::uint64_t seq) {
    std::string number = std::to_string(seq);
    number.insert(0, number.size() < 7 ? 7 - number.size() : 0, '0');
    return conversation + "|" + number;
}

std::optional<Posted> read_activity(std::string_view json, const std::string& spare_id) {
    const auto activity = read_object(json);
    if (!activity) return std::nullopt;
    Posted posted;
    if (text_of(*activity, "type") != "message") return posted;
    posted.message.id = id_for(text_of(member(*activity, "channelData"), "clientActivityID"), spare_id);
    const std::string text = text_of(*activity, "text");
    if (auto press = read_press(member(*activity, "value"))) {
        posted.message.content = std::move(*press);
        posted.label = heard_text(text).text;
        posted.says_something = true;
    } else if (!text.empty()) {
        posted.message.content = heard_text(text);
        posted.says_something = true;
    }
    return posted;
}

std::string activity_set(const std::vector<LoggedEvent>& events, std::uint64_t watermark,
                         const Place& place) {
    Json activities = Json::array();
    for (const LoggedEvent& event : events) {
        Json activity = activity_of(event, place);
        if (!activity.is_null()) activities.push_back(std::move(activity));
    }
    return write_json({{"activities", std::move(activities)}, {"watermark", std::to_string(watermark)}});
}

std::string typing_set(const Place& place) {
    Json activity = base(Json::object(), place, "typing");
    return write_json({{"activities", Json::array({std::move(activity)})}});
}

}  // namespace attune::transports::directline
