#include "transports/channels/webhooks.hpp"

#include <atomic>
#include <string>
#include <utility>

namespace attune::transports {

namespace {

/// One webhook whose messages are on their way; answers when the last of them is done.
class Batch {
public:
    Batch(http::Respond respond, http::Response response, std::size_t count)
        : respond_(std::move(respond)), response_(std::move(response)), left_(count) {}

    void done(const Outcome<Accepted>& outcome) {
        if (!outcome) {
            failed_ = true;
            if (outcome.error().retry_after) wait_ms_ = outcome.error().retry_after->count();
        }
        if (--left_ > 0) return;
        if (!failed_) return respond_(std::move(response_));
        auto later = http::text_response(503, "later\n");
        later.headers["retry-after"] = std::to_string(std::max<long long>(1, (wait_ms_ + 999) / 1000));
        respond_(std::move(later));
    }

private:
    const http::Respond respond_;
    http::Response response_;
    std::atomic<std::size_t> left_;
    std::atomic<bool> failed_{false};
    std::atomic<long long> wait_ms_{0};
};

/// One message, whose answer is the webhook's.
void answer_at_once(const std::shared_ptr<const WebhookParts>& parts,
                    const std::shared_ptr<const Channel>& channel, Heard heard, const http::Call& call,
                    const http::Respond& respond) {
    ChannelMessage message{std::string(channel->name()), heard, false};
    parts->service.hear(std::move(message), call.home,
                        [channel, heard = std::move(heard), respond](const Outcome<Accepted>& outcome) {
                            if (!outcome) return respond(http::text_response(503, "later\n"));
                            auto response = channel->reply_at_once(heard, outcome->events);
                            respond(response ? std::move(*response) : http::text_response(500, ""));
                        });
}

void take_webhook(const std::shared_ptr<const WebhookParts>& parts,
                  const std::shared_ptr<const Channel>& kind, const http::Call& call,
                  const http::Respond& respond) {
    const Channel& channel = *kind;
    Received received = channel.receive(call.request, parts->now_ms() / 1000);
    const auto log = [&](std::string line) {
        if (parts->log) parts->log(line + " channel=" + std::string(channel.name()));
    };
    if (!received.refused.empty()) log("event=webhook_refused reason=" + std::string(received.refused));
    if (received.ignored > 0) log("event=webhook_ignored parts=" + std::to_string(received.ignored));
    if (received.heard.empty()) return respond(std::move(received.response));
    if (channel.replies_at_once()) {
        return answer_at_once(parts, kind, std::move(received.heard.front()), call, respond);
    }
    auto batch = std::make_shared<Batch>(respond, std::move(received.response), received.heard.size());
    for (Heard& heard : received.heard) {
        ChannelMessage message{std::string(channel.name()), std::move(heard), true};
        parts->service.hear(std::move(message), call.home,
                            [batch](const Outcome<Accepted>& outcome) { batch->done(outcome); });
    }
}

}  // namespace

void add_webhooks(http::Router& router, WebhookParts parts) {
    auto shared = std::make_shared<const WebhookParts>(std::move(parts));
    for (const auto& channel : shared->channels) {
        for (const char* method : {"POST", "GET"}) {
            router.add(method, channel->path(),
                       [shared, channel](const http::Call& call, const http::Respond& respond) {
                           take_webhook(shared, channel, call, respond);
                       });
        }
    }
}

}  // namespace attune::transports
