#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "bot/server/clock.hpp"
#include "bot/server/log.hpp"
#include "bot/store/store.hpp"
#include "transports/channel.hpp"

namespace attune::bot {

/// What a courier works with.
struct CourierParts {
    Store& store;
    std::vector<std::shared_ptr<const transports::Channel>> channels;
    Clock now;
    std::function<std::uint32_t(std::uint32_t below)> dice;
    /// Makes a call; its answer comes on the courier's executor, exactly once.
    std::function<void(transports::http::ClientRequest, std::function<void(transports::http::ClientResponse)>)> send;
    std::function<void(const LogLine&)> log;
    long long give_up_ms = 24LL * 3'600'000;  ///< after so long a reply is of no use any more
    long long first_wait_ms = 1000;           ///< after the first failure; doubles with each
    long long longest_wait_ms = 300'000;
};

/// Takes the replies in the outbox to their channels, at least once each: the oldest of an address first, the next
/// one when it has arrived; those of other addresses meanwhile. What fails for a while is tried again, later and
/// later with chance in it, or when the service says (Retry-After); what is refused becomes a dead letter.
///
/// Every method but `wake` belongs to the executor, which runs on one thread and outlives the courier's calls.
class Courier : public std::enable_shared_from_this<Courier> {
public:
    Courier(boost::asio::any_io_executor executor, CourierParts parts);

    /// Look into the outbox: something may be there. From any thread.
    void wake();
    /// No further calls; those that run end unheard and are made again after the next start.
    void stop();

private:
    using ReplyPtr = std::shared_ptr<Outgoing>;

    void look();
    void take(Due due);
    void look_at(long long at);
    void deliver(const ReplyPtr& reply);
    void answered(const ReplyPtr& reply, std::size_t calls, const transports::http::ClientResponse& answer);
    void go_on(const ReplyPtr& reply, std::size_t calls);
    void try_later(const ReplyPtr& reply, const transports::Delivery& delivery, int status);
    void finish(const ReplyPtr& reply, std::optional<DeadLetter> dead, std::vector<Mark> marks = {});
    void free(const ReplyPtr& reply);
    long long wait_for(const Outgoing& reply, const transports::Delivery& delivery) const;
    const transports::Channel* channel_of(const Outgoing& reply) const;
    std::function<void(Result<void>)> then(std::function<void(bool stored)> next);

    const boost::asio::any_io_executor executor_;
    const CourierParts parts_;
    boost::asio::steady_timer timer_;
    std::unordered_set<std::string> busy_;  // channel and address
    bool looking_ = false;
    bool look_again_ = false;
    bool stopped_ = false;
};

}  // namespace attune::bot
