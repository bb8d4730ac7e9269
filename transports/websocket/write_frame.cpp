#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "transports/websocket/protocol.hpp"

namespace attune::transports::protocol {

using Json = nlohmann::ordered_json;

namespace {

constexpr int typing_shown_for_ms = 5000;

/// Never throws: what is not UTF-8 becomes U+FFFD.
std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json crisis_lines(const BotCard& bot) {
    Json items = Json::array();
    for (const BotCard::Line& line : bot.crisis_lines) {
        Json item{{"label", line.label}};
        if (!line.tel.empty()) item["tel"] = line.tel;
        if (!line.sms.empty()) item["sms"] = line.sms;
        if (!line.url.empty()) item["url"] = line.url;
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace

std::string welcome_frame(const Opened& opened, const BotCard& bot, bool gap, int heartbeat_ms) {
    const std::string id = opened.conversation ? opened.conversation->id() : std::string();
    const Json session{{"id", id}, {"resume_token", opened.resume_token}, {"expires_at", opened.expires_at}};
    return dump({
        {"t", "welcome"},
        {"v", 1},
        {"session", session},
        {"resumed", opened.resumed},
        {"seq", opened.seq},
        {"oldest_seq", opened.oldest_seq},
        {"gap", gap},
        {"bot", {{"name", bot.name}, {"disclosure", bot.disclosure}, {"locale", bot.locale}}},
        {"limits",
         {{"bytes", max_inbound_bytes},
          {"text", max_text_code_points},
          {"rate", {{"per_second", messages_per_second}, {"burst", message_burst}}}}},
        {"heartbeat_ms", heartbeat_ms},
        {"crisis", {{"title", bot.crisis_title}, {"items", crisis_lines(bot)}}},
        {"server", {{"name", "Attune"}, {"version", ATTUNE_VERSION}}},
    });
}

std::string accepted_frame(const Accepted& accepted) {
    return dump({{"t", "accepted"},
                 {"id", accepted.id},
                 {"seq", accepted.seq},
                 {"at", accepted.at},
                 {"dup", accepted.duplicate}});
}

std::string error_frame(const Refusal& refusal, std::string_view id) {
    Json frame{{"t", "error"}};
    if (!id.empty()) frame["id"] = id;
    frame["code"] = name_of(refusal.code);
    frame["text"] = refusal.text;
    if (refusal.retry_after) frame["retry_after_ms"] = refusal.retry_after->count();
    frame["fatal"] = refusal.close;
    return dump(frame);
}

std::string history_frame(std::string_view id, const History& history) {
    // The events are JSON already: they are joined as they are. The newest that fit are kept.
    constexpr std::size_t room_for_the_rest = 256;
    std::size_t first = history.events.size();
    std::size_t bytes = room_for_the_rest;
    while (first > 0 && bytes + history.events[first - 1].json->size() + 1 <= max_outbound_bytes) {
        --first;
        bytes += history.events[first].json->size() + 1;
    }
    std::string frame = R"({"t":"history","id":)" + dump(Json(id)) + R"(,"events":[)";
    for (std::size_t i = first; i < history.events.size(); ++i) {
        if (i > first) frame += ',';
        frame += *history.events[i].json;
    }
    frame += R"(],"more":)";
    frame += history.more || first > 0 ? "true}" : "false}";
    return frame;
}

std::string typing_frame() {
    return dump({{"t", "typing"}, {"from", "bot"}, {"on", true}, {"ttl_ms", typing_shown_for_ms}});
}

std::string pong_frame(std::int64_t n, long long at) {
    return dump({{"t", "pong"}, {"n", n}, {"at", at}});
}

std::string going_away_frame(std::string_view reason, std::chrono::milliseconds reconnect_after) {
    return dump({{"t", "going_away"}, {"reason", reason}, {"reconnect_after_ms", reconnect_after.count()}});
}

}  // namespace attune::transports::protocol
