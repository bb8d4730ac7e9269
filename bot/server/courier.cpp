#include "bot/server/courier.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

#include "bot/server/opt_out_words.hpp"
#include "transports/channels/outbound_json.hpp"

namespace attune::bot {

namespace asio = boost::asio;
using transports::Delivery;
using transports::http::ClientResponse;

namespace {

constexpr int at_once = 256;
constexpr long long store_trouble_ms = 5000;
constexpr long long longest_wish_ms = 3'600'000;

std::string place_of(const Outgoing& reply) { return reply.channel + "\n" + reply.address; }

}  // namespace

Courier::Courier(asio::any_io_executor executor, CourierParts parts)
    : executor_(std::move(executor)), parts_(std::move(parts)), timer_(executor_) {}

void Courier::wake() {
    asio::post(executor_, [self = shared_from_this()] { self->look(); });
}

void Courier::stop() {
    stopped_ = true;
    timer_.cancel();
}

void Courier::look() {
    if (stopped_) return;
    if (looking_) {
        look_again_ = true;
        return;
    }
    looking_ = true;
    look_again_ = false;
    parts_.store.due(parts_.now(), at_once, [self = shared_from_this()](Result<Due> due) {
        asio::post(self->executor_, [self, due = std::move(due)]() mutable {
            self->looking_ = false;
            if (self->stopped_) return;
            if (!due) return self->look_at(self->parts_.now() + store_trouble_ms);
            self->take(std::move(*due));
            if (self->look_again_) self->look();
        });
    });
}

void Courier::take(Due due) {
    for (Outgoing& reply : due.replies) {
        if (static_cast<int>(busy_.size()) >= at_once || !busy_.insert(place_of(reply)).second) continue;
        deliver(std::make_shared<Outgoing>(std::move(reply)));
    }
    // What is due now but busy comes when it is free.
    if (due.next_at) look_at(std::max(*due.next_at, parts_.now() + 50));
}

void Courier::look_at(long long at) {
    timer_.expires_after(std::chrono::milliseconds(std::max(at - parts_.now(), 1LL)));
    timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
        auto self = weak.lock();
        if (!error && self) self->look();
    });
}

const transports::Channel* Courier::channel_of(const Outgoing& reply) const {
    auto found = std::find_if(parts_.channels.begin(), parts_.channels.end(),
                              [&](const auto& channel) { return channel->name() == reply.channel; });
    return found == parts_.channels.end() ? nullptr : found->get();
}

void Courier::deliver(const ReplyPtr& reply) {
    const auto* channel = channel_of(*reply);
    auto outbound = transports::read_outbound(reply->content);
    if (channel == nullptr || !outbound) {
        const std::string reason = channel == nullptr ? "channel_off" : "unreadable";
        return finish(reply, DeadLetter{reply->number, reply->channel, reason, 0, reply->attempts, parts_.now()});
    }
    outbound->address = reply->address;
    auto calls = channel->render(*outbound);
    const auto next = static_cast<std::size_t>(std::max(reply->sent, 0));
    if (next >= calls.size()) return finish(reply, std::nullopt);
    parts_.send(std::move(calls[next]), [self = shared_from_this(), reply, count = calls.size()](ClientResponse answer) {
        if (!self->stopped_) self->answered(reply, count, answer);
    });
}

void Courier::answered(const ReplyPtr& reply, std::size_t calls, const ClientResponse& answer) {
    Delivery delivery;
    delivery.kind = Delivery::Kind::retry;
    if (answer.status != 0) delivery = channel_of(*reply)->outcome(answer);
    if (delivery.kind == Delivery::Kind::done) return go_on(reply, calls);
    if (delivery.kind == Delivery::Kind::retry) return try_later(reply, delivery, answer.status);
    std::vector<Mark> marks;
    if (delivery.opted_out) marks.push_back({stopped_key(reply->channel, reply->address), for_ever});
    finish(reply,
           DeadLetter{reply->number, reply->channel, std::string(delivery.reason), answer.status, reply->attempts + 1,
                      parts_.now()},
           std::move(marks));
}

void Courier::go_on(const ReplyPtr& reply, std::size_t calls) {
    ++reply->sent;
    reply->attempts = 0;
    if (static_cast<std::size_t>(reply->sent) >= calls) return finish(reply, std::nullopt);
    parts_.store.put_off(*reply, then([this, reply](bool) { deliver(reply); }));
}

long long Courier::wait_for(const Outgoing& reply, const Delivery& delivery) const {
    if (delivery.after_ms) return std::clamp(*delivery.after_ms, 1LL, longest_wish_ms);
    long long wait = parts_.first_wait_ms;
    for (int i = 1; i < reply.attempts && wait < parts_.longest_wait_ms; ++i) wait *= 2;
    wait = std::min(wait, parts_.longest_wait_ms);
    return wait / 2 + parts_.dice(static_cast<std::uint32_t>(wait / 2 + 1));
}

void Courier::try_later(const ReplyPtr& reply, const Delivery& delivery, int status) {
    ++reply->attempts;
    const long long now = parts_.now();
    reply->due_at = now + wait_for(*reply, delivery);
    if (reply->due_at - reply->made_at > parts_.give_up_ms) {
        return finish(reply, DeadLetter{reply->number, reply->channel, "too_late", status, reply->attempts, now});
    }
    if (parts_.log) parts_.log(LogLine("delivery_put_off").with("status", status).with("attempts", reply->attempts));
    parts_.store.put_off(*reply, then([this, reply](bool) { free(reply); }));
}

void Courier::finish(const ReplyPtr& reply, std::optional<DeadLetter> dead, std::vector<Mark> marks) {
    if (dead && parts_.log) {
        parts_.log(LogLine("dead_letter").with("number", dead->number).with("status", dead->status));
    }
    Delivered delivered{reply->number, std::move(dead), std::move(marks)};
    parts_.store.delivered(std::move(delivered), then([this, reply](bool stored) {
        if (stored) return free(reply);
        // It would be sent again at once: better to wait until the store takes something.
        auto again = std::make_shared<asio::steady_timer>(executor_, std::chrono::milliseconds(store_trouble_ms));
        again->async_wait([self = shared_from_this(), again, reply](const auto&) { self->free(reply); });
    }));
}

void Courier::free(const ReplyPtr& reply) {
    busy_.erase(place_of(*reply));
    look();
}

std::function<void(Result<void>)> Courier::then(std::function<void(bool)> next) {
    return [self = shared_from_this(), next = std::move(next)](const Result<void>& result) {
        const bool stored = result.has_value();
        asio::post(self->executor_, [self, next, stored] {
            if (!self->stopped_) next(stored);
        });
    };
}

}  // namespace attune::bot
