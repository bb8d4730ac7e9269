#include "transports/telegram/telegram.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "transports/channels/answers.hpp"
#include "transports/channels/json.hpp"
#include "transports/channels/lay_out.hpp"
#include "transports/channels/signature.hpp"
#include "transports/http/url.hpp"
#include "transports/telegram/parse.hpp"

namespace attune::transports::telegram {

using Json = nlohmann::json;

namespace {

constexpr int poll_seconds = 25;

Json keyboard(const Sheet& sheet) {
    Json rows = Json::array();
    for (const Sheet::Item& item : sheet.items) {
        rows.push_back(Json::array({{{"text", item.label}, {"callback_data", item.payload}}}));
    }
    return {{"inline_keyboard", std::move(rows)}};
}

Traits limits() {
    Traits traits;
    traits.max_text = 4096;
    traits.unit = Traits::Unit::utf16;
    traits.max_buttons = 100;
    traits.max_label = 64;  // longer ones are cut on small screens; the documentation names no limit
    traits.as_of = "2026-08";
    traits.source = "https://core.telegram.org/bots/api#sendmessage";
    return traits;
}

class Telegram final : public Channel {
public:
    explicit Telegram(Settings settings) : settings_(std::move(settings)) {}

    std::string_view name() const override { return "telegram"; }

    Traits traits() const override { return limits(); }

    Received receive(const http::Request& webhook, long long) const override {
        if (webhook.method != "POST") return refuse_webhook(405, "method");
        if (!same_secret(http::header(webhook, "x-telegram-bot-api-secret-token"), settings_.secret)) {
            return refuse_webhook(401, "secret");
        }
        auto update = read_object(webhook.body);
        // Never 410: Telegram takes that for good.
        if (!update) return refuse_webhook(400, "json");
        Received received;
        received.response = http::text_response(200, "");
        if (auto heard = parse_update(*update)) {
            received.heard.push_back(std::move(*heard));
        } else {
            received.ignored = 1;
        }
        return received;
    }

    std::vector<http::ClientRequest> render(const Outbound& reply) const override {
        std::vector<http::ClientRequest> calls;
        for (const Sheet& sheet : lay_out(reply, traits())) {
            // The id as a number where it is one: some servers compare it so.
            Json body{{"chat_id", chat_id(reply.address)}, {"text", sheet.text}};
            body["link_preview_options"] = {{"is_disabled", true}};
            if (sheet.style != Sheet::Style::none) body["reply_markup"] = keyboard(sheet);
            calls.push_back(json_request(url("sendMessage"), body));
        }
        // The button shows that it waits until this is said. After the words: it matters least.
        if (!reply.ticket.empty()) {
            calls.push_back(json_request(url("answerCallbackQuery"), {{"callback_query_id", reply.ticket}}));
        }
        return calls;
    }

    Delivery outcome(const http::ClientResponse& answer) const override {
        Delivery delivery = plain_outcome(answer);
        if (delivery.kind == Delivery::Kind::done) return delivery;
        auto body = read_object(answer.body);
        if (!body) return delivery;
        const Json& wish = member(*body, "parameters", "retry_after");
        if (answer.status == 429 && wish.is_number_unsigned())
            delivery.after_ms = wish.get<long long>() * 1000;
        const std::string text = text_of(*body, "description");
        // A press that was answered or is too old: the reply itself has arrived.
        if (answer.status == 400 && text.find("query is too old") != std::string::npos) return {};
        if (answer.status == 403) {
            delivery.reason = "blocked";
        } else if (answer.status == 401 || answer.status == 404) {
            delivery.reason = "token";
        }
        return delivery;
    }

    std::optional<http::ClientRequest> self_test() const override {
        http::ClientRequest request;
        request.method = "GET";
        request.url = url("getMe");
        return request;
    }

    std::optional<http::ClientRequest> poll(std::string_view next) const override {
        if (!settings_.secret.empty()) return std::nullopt;
        Json body{{"timeout", poll_seconds}, {"allowed_updates", {"message", "callback_query"}}};
        long long offset = 0;
        const auto [end, error] = std::from_chars(next.data(), next.data() + next.size(), offset);
        if (error == std::errc{} && end == next.data() + next.size()) body["offset"] = offset;
        return json_request(url("getUpdates"), body);
    }

    News read_news(const http::ClientResponse& answer, std::string_view before) const override {
        News news;
        news.next = before;
        auto body = answer.status == 200 ? read_object(answer.body) : std::nullopt;
        const Json& updates = body ? member(*body, "result") : member(Json(), "result");
        news.failed = !updates.is_array();
        if (news.failed) return news;
        for (const Json& update : updates) {
            const Json& id = member(update, "update_id");
            // Asking for what comes after it says that it has arrived.
            if (id.is_number_integer()) news.next = std::to_string(id.get<long long>() + 1);
            if (auto heard = parse_update(update)) {
                news.heard.push_back(std::move(*heard));
            } else {
                ++news.ignored;
            }
        }
        return news;
    }

private:
    std::string url(std::string_view method) const {
        return settings_.api + "/bot" + settings_.token + "/" + std::string(method);
    }

    static Json chat_id(const std::string& address) {
        long long number = 0;
        const char* const last = address.data() + address.size();
        const auto [end, error] = std::from_chars(address.data(), last, number);
        return error == std::errc{} && end == last ? Json(number) : Json(address);
    }

    const Settings settings_;
};

bool is_secret(const std::string& text) {
    return text.size() <= 256 && text.find_first_not_of(
                                     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789_-") == std::string::npos;
}

Result<std::shared_ptr<const Channel>> from_values(const ChannelValues& values) {
    Settings settings;
    settings.token = value_of(values, "telegram-token");
    settings.secret = value_of(values, "telegram-secret");
    settings.api = value_of(values, "telegram-api", settings.api);
    if (!is_secret(settings.secret)) {
        return failure(Errc::invalid_input, "telegram-secret: at most 256 of A-Z a-z 0-9 _ - are possible");
    }
    const bool fits = settings.token.find_first_of("/?#% \r\n") == std::string::npos;
    if (!fits) return failure(Errc::invalid_input, "telegram-token: a token like 123456:ABC-def is needed");
    if (!http::parse_url(settings.api)) return failure(Errc::invalid_input, "telegram-api: a URL is needed");
    return make(std::move(settings));
}

}  // namespace

std::shared_ptr<const Channel> make(Settings settings) {
    return std::make_shared<Telegram>(std::move(settings));
}

ChannelKind kind() {
    return {"telegram",
            "Telegram",
            "call setWebhook with this URL and the secret (README); without telegram-secret the bot polls",
            limits(),
            {{"telegram-token", "The bot's token, from @BotFather"},
             {"telegram-secret",
              "A text of your own that Telegram sends with each webhook; without: long polling", false},
             {"telegram-api", "Another Bot API server than https://api.telegram.org", false, false}},
            from_values};
}

}  // namespace attune::transports::telegram
