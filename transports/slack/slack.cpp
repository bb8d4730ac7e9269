#include "transports/slack/slack.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/form.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/signature.hpp"
#include "transports/http/url.hpp"

namespace attune::transports::slack {

using Json = nlohmann::json;

namespace {

constexpr long long window_seconds = 300;

/// Signed, and within five minutes of now on either side: an old call is a replay, one of the future a
/// forgery.
bool is_signed(const Settings& settings, const http::Request& webhook, long long now) {
    const auto time = http::header(webhook, "x-slack-request-timestamp");
    long long at = 0;
    const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), at);
    const bool fits = !settings.signing_secret.empty() &&
                      same_secret(http::header(webhook, "x-slack-signature"),
                                  signature(settings.signing_secret, time, webhook.body));
    return fits && error == std::errc{} && end == time.data() + time.size() && at >= now - window_seconds &&
           at <= now + window_seconds;
}

/// Slack's text is half markup: these three are escaped both ways.
std::string escape(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result += c;
    }
    return result;
}

std::string unescape(std::string text) {
    for (const auto& [written, meant] :
         {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}}) {
        for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1)) {
            text.replace(at, std::string_view(written).size(), meant);
        }
    }
    return text;
}

std::optional<Heard> parse_event(const Json& envelope) {
    const Json& event = member(envelope, "event");
    const bool ours = text_of(event, "type") == "message" && text_of(event, "channel_type") == "im" &&
                      member(event, "bot_id").is_null() && member(event, "subtype").is_null();
    Heard heard;
    heard.address = text_of(event, "channel");
    heard.id = text_of(envelope, "event_id");
    const std::string text = text_of(event, "text");
    if (!ours || heard.address.empty() || heard.id.empty() || text.empty()) return std::nullopt;
    heard.content = heard_text(unescape(text));
    return heard;
}

std::optional<Heard> parse_action(const Json& payload) {
    const Json& actions = member(payload, "actions");
    if (text_of(payload, "type") != "block_actions" || !actions.is_array() || actions.empty())
        return std::nullopt;
    auto pressed = read_payload(text_of(actions.front(), "value"));
    Heard heard;
    heard.address = text_of(member(payload, "channel"), "id");
    // Unique to the press: the trigger.
    heard.id = text_of(payload, "trigger_id");
    if (!pressed || !heard.address.starts_with('D') || heard.id.empty()) return std::nullopt;
    pressed->label = unescape(text_of(member(actions.front(), "text"), "text"));
    heard.content = std::move(*pressed);
    return heard;
}

Json blocks(const Sheet& sheet) {
    Json elements = Json::array();
    for (const Sheet::Item& item : sheet.items) {
        elements.push_back({{"type", "button"},
                            {"action_id", "choice-" + item.payload},
                            {"text", {{"type", "plain_text"}, {"text", item.label}}},
                            {"value", item.payload}});
    }
    const Json section{{"type", "section"}, {"text", {{"type", "plain_text"}, {"text", sheet.text}}}};
    return {section, {{"type", "actions"}, {"elements", std::move(elements)}}};
}

Traits limits() {
    Traits traits;
    traits.max_text = 3000;  // of a section; a bare text may be longer
    traits.unit = Traits::Unit::utf16;
    traits.max_buttons = 25;
    traits.max_label = 75;
    traits.as_of = "2026-08";
    traits.source = "https://docs.slack.dev/reference/block-kit/blocks";
    return traits;
}

class Slack final : public Channel {
public:
    explicit Slack(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "slack"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long now) const override {
        if (webhook.method != "POST") return refuse_webhook(405, "method");
        if (!is_signed(settings_, webhook, now)) return refuse_webhook(401, "signature");
        if (http::header(webhook, "content-type").starts_with("application/x-www-form-urlencoded")) {
            auto form = read_form(webhook.body);
            auto payload = form ? read_object(form_value(*form, "payload")) : std::nullopt;
            if (!payload) return refuse_webhook(400, "form");
            return with(parse_action(*payload));
        }
        auto body = read_object(webhook.body);
        if (!body) return refuse_webhook(400, "json");
        if (text_of(*body, "type") == "url_verification") {
            Received received;
            received.response =
                http::text_response(200, write_json({{"challenge", text_of(*body, "challenge")}}));
            received.response.headers["content-type"] = "application/json";
            return received;
        }
        return with(parse_event(*body));
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            Json body{{"channel", reply.address}, {"text", escape(sheet.text)}, {"unfurl_links", false}};
            if (sheet.style != Sheet::Style::none) body["blocks"] = blocks(sheet);
            calls.push_back(call("/chat.postMessage", body));
        }
        return calls;
    }

    /// Slack says what went wrong in a body under 200.
    Delivery outcome(const http::ClientResponse& answer) const override {
        Delivery delivery = plain_outcome(answer);
        if (delivery.kind != Delivery::Kind::done) return delivery;
        auto body = read_object(answer.body);
        if (body && member(*body, "ok") == Json(true)) return delivery;
        const std::string error = body ? text_of(*body, "error") : "";
        const bool later = error == "ratelimited" || error == "rate_limited" || error == "internal_error" ||
                           error == "fatal_error" || error == "service_unavailable" ||
                           error == "request_timeout";
        delivery.kind = later ? Delivery::Kind::retry : Delivery::Kind::refused;
        if (!later)
            delivery.reason = error == "invalid_auth" || error == "token_revoked" ? "token" : "refused";
        return delivery;
    }

    std::optional<http::ClientRequest> self_test() const override {
        return call("/auth.test", Json::object());
    }

private:
    static Received with(std::optional<Heard> heard) {
        Received received;
        received.response = http::text_response(200, "");
        if (heard) {
            received.heard.push_back(std::move(*heard));
        } else {
            received.ignored = 1;
        }
        return received;
    }

    http::ClientRequest call(std::string_view method, const Json& body) const {
        auto request = json_request(settings_.api + std::string(method), body);
        request.headers["authorization"] = "Bearer " + settings_.token;
        return request;
    }

    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    Settings settings;
    settings.signing_secret = value_of(values, "slack-signing-secret");
    settings.token = value_of(values, "slack-token");
    settings.api = value_of(values, "slack-api", settings.api);
    if (!http::parse_url(settings.api)) return failure(Errc::invalid_input, "slack-api: a URL is needed");
    return make(std::move(settings));
}

}  // namespace

std::string signature(std::string_view secret, std::string_view time, std::string_view body) {
    return "v0=" + to_hex(hmac_sha256(secret, "v0:" + std::string(time) + ":" + std::string(body)));
}

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Slack>(std::move(settings));
}

ChannelKind kind() {
    return {"slack",
            "Slack",
            "paste it in api.slack.com/apps: Event Subscriptions, and again in Interactivity; subscribe to "
            "message.im",
            limits(),
            {{"slack-token", "Bot User OAuth Token (xoxb-…), with chat:write and im:history"},
             {"slack-signing-secret", "Signing Secret: Basic Information"},
             {"slack-api", "Another server than https://slack.com/api", false, false}},
            from_values};
}

}  // namespace attune::transports::slack
