#include "bot/server/poller.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

namespace attune::bot {

namespace asio = boost::asio;
using transports::Accepted;
using transports::Channel;
using transports::ChannelMessage;
using transports::Outcome;

namespace {

constexpr long long first_wait_ms = 500;
constexpr int most_doublings = 6;

}  // namespace

Poller::Poller(asio::any_io_executor executor, PollerParts parts)
    : executor_(std::move(executor)), parts_(std::move(parts)), timer_(executor_) {}

void Poller::start() {
    asio::post(executor_, [self = shared_from_this()] { self->ask(); });
}

void Poller::stop() {
    stopped_ = true;
    timer_.cancel();
}

void Poller::ask() {
    auto call = parts_.channel->poll(next_);
    if (stopped_ || !call) return;
    parts_.send(std::move(*call), [self = shared_from_this()](const transports::http::ClientResponse& answer) {
        if (!self->stopped_) self->answered(answer);
    });
}

void Poller::answered(const transports::http::ClientResponse& answer) {
    auto news = parts_.channel->read_news(answer, next_);
    if (news.failed) {
        if (parts_.log && failures_ == 0) parts_.log("event=poll_failed status=" + std::to_string(answer.status));
        return wait();
    }
    take(std::move(news));
}

void Poller::take(Channel::News news) {
    struct Batch {
        std::size_t left;
        bool failed = false;
        std::string next;
    };
    auto batch = std::make_shared<Batch>(Batch{news.heard.size(), false, std::move(news.next)});
    const auto go_on = [self = shared_from_this(), batch] {
        if (self->stopped_) return;
        if (batch->failed) return self->wait();
        self->failures_ = 0;
        self->next_ = batch->next;
        self->ask();
    };
    // An answer without news came after a long while, or from a server that does not hold: no hurry in either case.
    if (news.heard.empty()) {
        timer_.expires_after(std::chrono::milliseconds(100));
        return timer_.async_wait([go_on](const boost::system::error_code& error) {
            if (!error) go_on();
        });
    }
    for (transports::Heard& heard : news.heard) {
        ChannelMessage message{std::string(parts_.channel->name()), std::move(heard), true};
        parts_.service.hear(std::move(message), executor_,
                            [executor = executor_, batch, go_on](const Outcome<Accepted>& outcome) {
                                const bool failed = !outcome;
                                asio::post(executor, [batch, go_on, failed] {
                                    batch->failed |= failed;
                                    if (--batch->left == 0) go_on();
                                });
                            });
    }
}

void Poller::wait() {
    const long long most = first_wait_ms << std::min(failures_, most_doublings);
    ++failures_;
    timer_.expires_after(std::chrono::milliseconds(most / 2 + parts_.dice(static_cast<std::uint32_t>(most / 2 + 1))));
    timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
        auto self = weak.lock();
        if (!error && self) self->ask();
    });
}

}  // namespace attune::bot
