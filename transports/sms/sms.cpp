#include "transports/sms/sms.hpp"

#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/opt_out.hpp"
#include "transports/channels/signature.hpp"
#include "transports/http/url.hpp"
#include "transports/sms/verify.hpp"

namespace attune::transports::sms {

namespace {

/// Twilio's "the person said STOP".
constexpr int opted_out_error = 21610;

/// Where Twilio's Advanced Opt-Out is on it hears STOP, START and HELP in many languages, answers by itself,
/// and tells us.
std::optional<Command> twilios_own(std::string_view type) {
    if (type == "STOP") return Command::stop;
    if (type == "START") return Command::start;
    if (type == "HELP") return Command::help;
    return std::nullopt;
}

Traits limits() {
    Traits traits;
    traits.max_text = 1600;
    traits.unit = Traits::Unit::utf16;
    traits.merge_bubbles = true;
    traits.plain_letters = true;
    traits.as_of = "2026-08";
    traits.source = "https://www.twilio.com/docs/glossary/what-sms-character-limit";
    return traits;
}

class Sms final : public Channel {
public:
    explicit Sms(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "sms"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method != "POST") return refuse_webhook(405, "method");
        auto form = read_form(webhook.body);
        if (!form) return refuse_webhook(400, "form");
        std::string url = settings_.public_url + "/channels/sms";
        if (!webhook.query.empty()) url += "?" + webhook.query;
        if (!is_signed(http::header(webhook, "x-twilio-signature"), settings_.auth_token, url, *form)) {
            return refuse_webhook(403, "signature");
        }
        Received received;
        received.response = http::text_response(200, R"(<?xml version="1.0" encoding="UTF-8"?><Response/>)");
        received.response.headers["content-type"] = "text/xml; charset=utf-8";
        Heard heard;
        heard.address = form_value(*form, "From");
        heard.id = form_value(*form, "MessageSid");
        const auto body = form_value(*form, "Body");
        if (heard.address.empty() || heard.id.empty() || body.empty()) {
            received.ignored = 1;
            return received;
        }
        if (auto command = twilios_own(form_value(*form, "OptOutType"))) {
            heard.content = *command;
            heard.answered = true;
        } else if ((command = opt_out_word(body))) {
            heard.content = *command;
        } else {
            heard.content = heard_text(body);
        }
        received.heard.push_back(std::move(heard));
        return received;
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            http::ClientRequest call = request("/Messages.json");
            const bool service = settings_.from.starts_with("MG");
            call.headers["content-type"] = "application/x-www-form-urlencoded";
            call.body = write_form({{"To", reply.address},
                                    {service ? "MessagingServiceSid" : "From", settings_.from},
                                    {"Body", sheet.text}});
            calls.push_back(std::move(call));
        }
        return calls;
    }

    Delivery outcome(const http::ClientResponse& answer) const override {
        Delivery delivery = plain_outcome(answer);
        if (delivery.kind != Delivery::Kind::refused) return delivery;
        auto body = read_object(answer.body);
        if (body && member(*body, "code") == nlohmann::json(opted_out_error)) {
            delivery.reason = "opted_out";
            delivery.opted_out = true;
        }
        return delivery;
    }

    std::optional<http::ClientRequest> self_test() const override {
        http::ClientRequest call = request(".json");
        call.method = "GET";
        return call;
    }

private:
    http::ClientRequest request(std::string_view path) const {
        http::ClientRequest call;
        call.url = settings_.api + "/2010-04-01/Accounts/" + settings_.account + std::string(path);
        call.headers["authorization"] = "Basic " + to_base64(settings_.account + ":" + settings_.auth_token);
        return call;
    }

    const Settings settings_;
};

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    Settings settings;
    settings.account = value_of(values, "sms-account");
    settings.auth_token = value_of(values, "sms-auth-token");
    settings.from = value_of(values, "sms-from");
    settings.public_url = value_of(values, "public-url");
    settings.api = value_of(values, "sms-api", settings.api);
    if (settings.account.find_first_not_of(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") != std::string::npos) {
        return failure(Errc::invalid_input, "sms-account: an Account SID (AC…) is needed");
    }
    if (!http::parse_url(settings.api)) return failure(Errc::invalid_input, "sms-api: a URL is needed");
    return make(std::move(settings));
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Sms>(std::move(settings));
}

ChannelKind kind() {
    return {
        "sms",
        "SMS by Twilio",
        "paste it in Twilio's console: Phone Numbers, your number, Messaging, \"A message comes in\", HTTP "
        "POST",
        limits(),
        {{"sms-account", "Account SID, from Twilio's console", true, false},
         {"sms-auth-token", "Auth Token, from Twilio's console"},
         {"sms-from", "Your number, +15551230000, or a Messaging Service SID", true, false},
         {"public-url", "This server's address as Twilio calls it: it is part of the signature", true, false},
         {"sms-api", "Another server than https://api.twilio.com", false, false}},
        from_values};
}

}  // namespace attune::transports::sms
