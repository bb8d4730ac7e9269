#include "transports/messenger/messenger.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/http/url.hpp"

namespace attune::transports::messenger {

using Json = nlohmann::json;

namespace {

std::optional<Heard> heard_press(const std::string& payload, const std::string& label, Heard heard) {
    if (auto pressed = read_payload(payload)) {
        pressed->label = label;
        heard.content = std::move(*pressed);
        return heard;
    }
    if (payload != "GET_STARTED") return std::nullopt;
    heard.content = Command::start;
    return heard;
}

std::optional<Heard> parse_event(const Json& event) {
    Heard heard;
    heard.address = text_of(member(event, "sender"), "id");
    if (heard.address.empty()) return std::nullopt;
    const Json& postback = member(event, "postback");
    if (postback.is_object()) {
        heard.id = text_of(postback, "mid");
        return heard_press(text_of(postback, "payload"), text_of(postback, "title"), std::move(heard));
    }
    const Json& message = member(event, "message");
    const std::string text = text_of(message, "text");
    heard.id = text_of(message, "mid");
    // What the page itself says comes back as an echo.
    if (heard.id.empty() || text.empty() || member(message, "is_echo") == Json(true)) return std::nullopt;
    const std::string payload = text_of(member(message, "quick_reply"), "payload");
    if (!payload.empty()) return heard_press(payload, text, std::move(heard));
    meta::hear(heard, text);
    return heard;
}

Traits limits() {
    Traits traits;
    traits.max_text = 2000;
    traits.unit = Traits::Unit::utf16;
    traits.max_buttons = 13;
    traits.max_label = 20;
    traits.as_of = "2026-05";
    traits.source = "https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies";
    return traits;
}

class Messenger final : public Channel {
public:
    explicit Messenger(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "messenger"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method == "GET") return meta::answer_challenge(settings_.keys, webhook);
        auto body = meta::read_signed(settings_.keys, webhook);
        if (!body) return body.error();
        Received received;
        received.response = http::text_response(200, "EVENT_RECEIVED");
        for (const Json& entry : member(*body, "entry")) {
            for (const Json& event : member(entry, "messaging")) {
                if (auto heard = parse_event(event)) {
                    received.heard.push_back(std::move(*heard));
                } else {
                    ++received.ignored;
                }
            }
        }
        return received;
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            Json message{{"text", sheet.text}};
            for (const Sheet::Item& item : sheet.items) {
                message["quick_replies"].push_back(
                    {{"content_type", "text"}, {"title", item.label}, {"payload", item.payload}});
            }
            const Json body{{"recipient", {{"id", reply.address}}},
                            {"messaging_type", "RESPONSE"},
                            {"message", std::move(message)}};
            calls.push_back(meta::post(settings_.api + "/me/messages", settings_.token, body));
        }
        return calls;
    }

    Delivery outcome(const http::ClientResponse& answer) const override { return meta::outcome(answer); }

    std::optional<http::ClientRequest> self_test() const override {
        return meta::get(settings_.api + "/me?fields=id", settings_.token);
    }

private:
    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    Settings settings;
    settings.keys = {value_of(values, "messenger-app-secret"), value_of(values, "messenger-verify-token")};
    settings.token = value_of(values, "messenger-token");
    settings.api = value_of(values, "messenger-api", settings.api);
    if (!http::parse_url(settings.api)) return failure(Errc::invalid_input, "messenger-api: a URL is needed");
    return make(std::move(settings));
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Messenger>(std::move(settings));
}

ChannelKind kind() {
    return {
        "messenger",
        "Facebook Messenger",
        "paste it in Meta's App Dashboard: Messenger, API settings, Webhooks, with your verify token",
        limits(),
        {{"messenger-token", "Access token of the page"},
         {"messenger-app-secret", "App secret: App settings, Basic"},
         {"messenger-verify-token", "A text of your own, the same as in the dashboard"},
         {"messenger-api", "Another server or version than https://graph.facebook.com/v25.0", false, false}},
        from_values};
}

}  // namespace attune::transports::messenger
