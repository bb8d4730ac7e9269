#include "tests/examples/pigeon/pigeon.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/signature.hpp"

namespace attune::transports::pigeon {

using Json = nlohmann::json;

namespace {

Traits limits() {
    Traits traits;
    traits.max_text = 500;
    traits.max_buttons = 4;
    traits.max_label = 20;
    traits.as_of = "2026-11";
    traits.source = "https://pigeon.example/docs/limits";
    return traits;
}

class Pigeon final : public Channel {
public:
    explicit Pigeon(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "pigeon"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method != "POST") return refuse_webhook(405, "method");
        const std::string expected = to_hex(hmac_sha256(settings_.secret, webhook.body));
        if (!same_secret(http::header(webhook, "x-pigeon-signature"), expected))
            return refuse_webhook(401, "signature");
        auto body = read_object(webhook.body);
        if (!body) return refuse_webhook(400, "json");
        Received received;
        received.response = http::text_response(200, "");
        Heard heard;
        heard.address = text_of(*body, "from");
        heard.id = text_of(*body, "id");
        auto pressed = read_payload(text_of(*body, "pressed"));
        const std::string text = text_of(*body, "text");
        if (heard.address.empty() || heard.id.empty() || (!pressed && text.empty())) {
            received.ignored = 1;
            return received;
        }
        if (pressed) {
            heard.content = std::move(*pressed);
        } else {
            heard.content = heard_text(text);
        }
        received.heard.push_back(std::move(heard));
        return received;
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            Json body{{"to", reply.address}, {"text", sheet.text}};
            for (const Sheet::Item& item : sheet.items)
                body["buttons"].push_back({{item.label, item.payload}});
            calls.push_back(json_request(settings_.api + "/send", body));
            calls.back().headers["authorization"] = "Bearer " + settings_.token;
        }
        return calls;
    }

    Delivery outcome(const http::ClientResponse& answer) const override { return plain_outcome(answer); }

private:
    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    return make(
        {value_of(values, "pigeon-secret"), value_of(values, "pigeon-token"), "https://api.pigeon.example"});
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Pigeon>(std::move(settings));
}

ChannelKind kind() {
    return {"pigeon",
            "Pigeon Post",
            "paste it in the loft's settings",
            limits(),
            {{"pigeon-secret", "Signing secret"}, {"pigeon-token", "API token"}},
            from_values};
}

}  // namespace attune::transports::pigeon
