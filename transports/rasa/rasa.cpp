#include "transports/rasa/rasa.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/signature.hpp"

namespace attune::transports::rasa {

using Json = nlohmann::json;

namespace {

constexpr std::size_t most_sender_bytes = 200;
constexpr const char* stream_ticket = "stream";

/// One bubble as Rasa writes it; null for what is not the bot's.
Json bubble(const Json& event, const std::string& recipient) {
    if (text_of(event, "from") != "bot") return {};
    Json result{{"recipient_id", recipient}, {"text", text_of(event, "text")}};
    const Json& items = member(event, "choices", "items");
    if (!items.is_array()) return result;
    // Several may be ticked: typed numbers do that, buttons cannot.
    const bool many = member(event, "choices", "multi") == Json(true);
    int place = 0;
    for (const Json& item : items) {
        const std::string label = text_of(item, "label");
        if (many) {
            result["text"] =
                result["text"].get<std::string>() + "\n" + std::to_string(place + 1) + ". " + label;
        } else {
            result["buttons"].push_back(
                {{"title", label}, {"payload", text_of(event, "seq") + "." + std::to_string(place)}});
        }
        ++place;
    }
    return result;
}

Traits limits() {
    Traits traits;
    traits.max_buttons = 100;
    traits.max_label = 100;
    traits.as_of = "2026-11";
    traits.source = "https://github.com/RasaHQ/rasa/blob/main/rasa/core/channels/rest.py";
    return traits;
}

class Rasa final : public Channel {
public:
    explicit Rasa(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "rasa"; }
    std::string path() const override { return "/webhooks/rest/webhook"; }
    bool replies_at_once() const override { return true; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method != "POST") return refuse_webhook(405, "method");
        std::string given = http::query_value(webhook, "token").value_or("");
        const auto bearer = http::header(webhook, "authorization");
        if (bearer.starts_with("Bearer ")) given = bearer.substr(7);
        if (!same_secret(given, settings_.token)) return refuse_webhook(401, "token");
        auto body = read_object(webhook.body);
        Heard heard;
        if (body) heard.address = text_of(*body, "sender");
        if (!body || heard.address.empty() || heard.address.size() > most_sender_bytes) {
            return refuse_webhook(400, "json");
        }
        const std::string message = text_of(*body, "message");
        if (auto pressed = read_payload(message)) {
            heard.content = std::move(*pressed);
        } else if (!message.empty() && message != "/restart" && message != "/session_start") {
            heard.content = heard_text(message);
        }
        heard.ticket = http::query_value(webhook, "stream").value_or("") == "true" ? stream_ticket : "";
        Received received;
        received.heard.push_back(std::move(heard));
        return received;
    }

    std::optional<http::Response> reply_at_once(const Heard& heard,
                                                const std::vector<LoggedEvent>& events) const override {
        Json bubbles = Json::array();
        std::string lines;
        for (const LoggedEvent& event : events) {
            auto json = read_object(*event.json);
            Json shown = json ? bubble(*json, heard.address) : Json();
            if (shown.is_null()) continue;
            lines += write_json(shown) + "\n";
            bubbles.push_back(std::move(shown));
        }
        // As a stream the bubbles are a line each. All are there at once: an answer of ours takes no time.
        const bool streams = heard.ticket == stream_ticket;
        auto response = http::text_response(200, streams ? lines : write_json(bubbles));
        response.headers["content-type"] = streams ? "text/event-stream" : "application/json";
        return response;
    }

    // Nothing is ever sent.
    std::vector<http::ClientRequest> render(const Outbound&) const override { return {}; }
    Delivery outcome(const http::ClientResponse& answer) const override { return plain_outcome(answer); }

private:
    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    return make({value_of(values, "rasa-token")});
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Rasa>(std::move(settings));
}

ChannelKind kind() {
    return {"rasa",
            "Rasa's REST channel",
            "the address is /webhooks/rest/webhook; add ?token=… where the client cannot send a header",
            limits(),
            {{"rasa-token", "A secret of your own that callers send (Authorization: Bearer, or ?token=)"}},
            from_values};
}

}  // namespace attune::transports::rasa
