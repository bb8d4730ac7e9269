#include "transports/whatsapp/whatsapp.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/http/url.hpp"

namespace attune::transports::whatsapp {

using Json = nlohmann::json;

namespace {

Json button(const Sheet::Item& item) {
    return {{"type", "reply"}, {"reply", {{"id", item.payload}, {"title", item.label}}}};
}

Json row(const Sheet::Item& item) {
    return {{"id", item.payload}, {"title", item.label}};
}

Json interactive(const Sheet& sheet, const std::string& list_label) {
    Json items = Json::array();
    const bool list = sheet.style == Sheet::Style::list;
    for (const Sheet::Item& item : sheet.items) items.push_back(list ? row(item) : button(item));
    Json action = list ? Json{{"button", list_label}, {"sections", {{{"rows", std::move(items)}}}}}
                       : Json{{"buttons", std::move(items)}};
    return {
        {"type", list ? "list" : "button"}, {"body", {{"text", sheet.text}}}, {"action", std::move(action)}};
}

/// One message of a webhook; none if it holds nothing that we read.
std::optional<Heard> parse_message(const Json& message) {
    Heard heard;
    heard.address = text_of(message, "from");
    heard.id = text_of(message, "id");
    if (heard.address.empty() || heard.id.empty()) return std::nullopt;
    const std::string type = text_of(message, "type");
    if (type == "text") {
        const std::string text = text_of(member(message, "text"), "body");
        if (text.empty()) return std::nullopt;
        meta::hear(heard, text);
        return heard;
    }
    if (type != "interactive") return std::nullopt;
    const Json& interactive = member(message, "interactive");
    const char* kind = text_of(interactive, "type") == "list_reply" ? "list_reply" : "button_reply";
    auto pressed = read_payload(text_of(member(interactive, kind), "id"));
    if (!pressed) return std::nullopt;
    pressed->label = text_of(member(interactive, kind), "title");
    heard.content = std::move(*pressed);
    return heard;
}

Traits limits() {
    Traits traits;
    traits.max_text = 4096;
    traits.unit = Traits::Unit::utf16;
    traits.max_prompt = 1024;
    traits.max_buttons = 3;
    traits.max_label = 20;
    traits.max_rows = 10;
    traits.max_row = 24;
    traits.merge_bubbles = true;  // one message in 6 s to one person
    traits.as_of = "2026-05";
    traits.source = "https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages";
    return traits;
}

class WhatsApp final : public Channel {
public:
    explicit WhatsApp(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "whatsapp"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method == "GET") return meta::answer_challenge(settings_.keys, webhook);
        auto body = meta::read_signed(settings_.keys, webhook);
        if (!body) return body.error();
        Received received;
        received.response = http::text_response(200, "");
        for (const Json& entry : member(*body, "entry")) {
            for (const Json& change : member(entry, "changes"))
                read_change(member(change, "value"), received);
        }
        return received;
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            Json body{
                {"messaging_product", "whatsapp"}, {"recipient_type", "individual"}, {"to", reply.address}};
            const bool plain = sheet.style == Sheet::Style::none;
            body["type"] = plain ? "text" : "interactive";
            if (plain) {
                body["text"] = {{"body", sheet.text}, {"preview_url", false}};
            } else {
                body["interactive"] = interactive(sheet, reply.list_label);
            }
            calls.push_back(
                meta::post(settings_.api + "/" + settings_.phone_id + "/messages", settings_.token, body));
        }
        return calls;
    }

    Delivery outcome(const http::ClientResponse& answer) const override { return meta::outcome(answer); }

    std::optional<http::ClientRequest> self_test() const override {
        return meta::get(settings_.api + "/" + settings_.phone_id + "?fields=id", settings_.token);
    }

private:
    void read_change(const Json& value, Received& received) const {
        const Json& messages = member(value, "messages");
        const bool ours = text_of(member(value, "metadata"), "phone_number_id") == settings_.phone_id;
        if (!messages.is_array() || !ours) {
            ++received.ignored;
            return;
        }
        for (const Json& message : messages) {
            if (auto heard = parse_message(message)) {
                received.heard.push_back(std::move(*heard));
            } else {
                ++received.ignored;
            }
        }
    }

    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    Settings settings;
    settings.keys = {value_of(values, "whatsapp-app-secret"), value_of(values, "whatsapp-verify-token")};
    settings.token = value_of(values, "whatsapp-token");
    settings.phone_id = value_of(values, "whatsapp-phone-id");
    settings.api = value_of(values, "whatsapp-api", settings.api);
    if (settings.phone_id.find_first_not_of("0123456789") != std::string::npos) {
        return failure(Errc::invalid_input, "whatsapp-phone-id: the number's ID, digits only, is needed");
    }
    if (!http::parse_url(settings.api)) return failure(Errc::invalid_input, "whatsapp-api: a URL is needed");
    return make(std::move(settings));
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<WhatsApp>(std::move(settings));
}

ChannelKind kind() {
    return {
        "whatsapp",
        "WhatsApp Cloud API",
        "paste it in Meta's App Dashboard: WhatsApp, Configuration, Callback URL, with your verify token",
        limits(),
        {{"whatsapp-token", "Access token of a system user"},
         {"whatsapp-phone-id", "Phone number ID, from the API set-up page", true, false},
         {"whatsapp-app-secret", "App secret: App settings, Basic"},
         {"whatsapp-verify-token", "A text of your own, the same as in the dashboard"},
         {"whatsapp-api", "Another server or version than https://graph.facebook.com/v24.0", false, false}},
        from_values};
}

}  // namespace attune::transports::whatsapp
