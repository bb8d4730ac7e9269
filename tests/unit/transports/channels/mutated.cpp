#include <catch2/catch.hpp>

#include <random>

#include "transports/channels/form.hpp"
#include "transports/channels/registry.hpp"
#include "transports/channels/signature.hpp"
#include "transports/channels/split_text.hpp"
#include "transports/slack/slack.hpp"
#include "transports/sms/verify.hpp"

using namespace attune::transports;

/// Every channel against payloads that are signed rightly but broken at random: none throws, and what is heard is
/// always something that the server can take.
namespace {

constexpr long long now = 1'700'000'000;

const ChannelValues values = {
    {"public-url", "https://c.example"}, {"telegram-token", "1:t"},        {"telegram-secret", "s"},
    {"sms-account", "AC1"},              {"sms-auth-token", "s"},          {"sms-from", "+1"},
    {"whatsapp-token", "t"},             {"whatsapp-phone-id", "7"},       {"whatsapp-app-secret", "s"},
    {"whatsapp-verify-token", "v"},      {"messenger-token", "t"},         {"messenger-app-secret", "s"},
    {"messenger-verify-token", "v"},     {"slack-token", "t"},             {"slack-signing-secret", "s"},
    {"rasa-token", "s"},
};

struct Seed {
    const char* channel;
    const char* body;
};
const Seed seeds[] = {
    {"telegram", R"({"update_id":1,"message":{"from":{"id":7,"is_bot":false},"chat":{"id":7,"type":"private"},"text":"hi"}})"},
    {"telegram",
     R"({"update_id":2,"callback_query":{"id":"c","data":"3.1","message":{"chat":{"id":7,"type":"private"},"reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"3.1"}]]}}}})"},
    {"sms", "MessageSid=SM1&From=%2B15551230000&To=%2B1&Body=I+want+it+to+stop&NumMedia=0"},
    {"whatsapp",
     R"({"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"7"},"messages":[{"from":"1","id":"w","type":"text","text":{"body":"hi"}},{"from":"1","id":"x","type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"3.1","title":"A"}}}]}}]}]})"},
    {"messenger",
     R"({"entry":[{"messaging":[{"sender":{"id":"4"},"message":{"mid":"m","text":"hi","quick_reply":{"payload":"3.1"}}},{"sender":{"id":"4"},"postback":{"mid":"n","payload":"GET_STARTED"}}]}]})"},
    {"slack",
     R"({"type":"event_callback","event_id":"E","event":{"type":"message","channel":"D1","channel_type":"im","text":"a &amp; b"}})"},
    {"rasa", R"({"sender":"anna","message":"3.1"})"},
};

http::Request signed_webhook(const std::string& channel, const std::string& body) {
    http::Request request;
    request.method = "POST";
    request.body = body;
    request.headers["x-telegram-bot-api-secret-token"] = "s";
    request.headers["authorization"] = "Bearer s";
    request.headers["x-hub-signature-256"] = "sha256=" + to_hex(hmac_sha256("s", body));
    request.headers["x-slack-request-timestamp"] = std::to_string(now);
    request.headers["x-slack-signature"] = slack::signature("s", std::to_string(now), body);
    if (channel == "sms") {
        const auto form = read_form(body).value_or(Form{});
        request.headers["x-twilio-signature"] = sms::signature("s", "https://c.example/channels/sms", form);
    }
    return request;
}

std::string broken(std::string body, std::mt19937& dice) {
    const std::string pieces[] = {"{", "}", "[", "]", "\"", ":", ",", "null", "-1", "1e999", "\\u0000", "\xFF", "%", "&", "="};
    for (auto changes = dice() % 4; changes > 0; --changes) {
        const auto at = body.empty() ? 0 : dice() % body.size();
        switch (dice() % 4) {
            case 0:
                body.erase(at, dice() % 8);
                break;
            case 1:
                body.insert(at, pieces[dice() % std::size(pieces)]);
                break;
            case 2:
                if (!body.empty()) body[at] = static_cast<char>(dice() % 256);
                break;
            default:
                body.insert(at, body.substr(at, dice() % 20));
        }
    }
    return body;
}

}  // namespace

TEST_CASE("payloads that are signed and broken harm no channel", "[transports][channels]") {
    std::mt19937 dice(3);
    for (const Seed& seed : seeds) {
        const auto channel = make_channel(seed.channel, values).value();
        REQUIRE_FALSE(channel->receive(signed_webhook(seed.channel, seed.body), now).heard.empty());
        int heard = 0;
        for (int round = 0; round < 3000; ++round) {
            const std::string body = broken(seed.body, dice);
            const auto received = channel->receive(signed_webhook(seed.channel, body), now);
            const int status = received.response.status;
            if (status != 200 && status != 400) FAIL(seed.channel << " answers " << status << " to " << body);
            for (const Heard& each : received.heard) {
                ++heard;
                if (each.address.empty()) FAIL(seed.channel << " hears nobody in " << body);
                const auto* text = std::get_if<Text>(&each.content);
                if (text != nullptr && length_in(Traits::Unit::code_points, text->text) > max_text_code_points) {
                    FAIL(seed.channel << " hears too much");
                }
            }
        }
        CHECK(heard > 100);
    }
}

TEST_CASE("every channel says when its limits were read, and no label of its set-up is missing", "[transports][channels]") {
    for (const ChannelKind& kind : channel_kinds()) {
        CAPTURE(kind.name);
        CHECK(kind.is_built_in() == !make_channel(kind.name, values));
        if (kind.is_built_in()) continue;
        const auto channel = make_channel(kind.name, values).value();
        CHECK(channel->name() == kind.name);
        CHECK(channel->traits().as_of.size() == 7);
        CHECK(channel->traits().source.starts_with("https://"));
        CHECK_FALSE(kind.where.empty());
        for (const ChannelKey& key : kind.keys) CHECK_FALSE(key.meaning.empty());
        CHECK_FALSE(make_channel(kind.name, {}));
    }
}
