#pragma once

#include <atomic>

#include "bot/server/registry.hpp"

namespace attune::bot {

/// All conversations of a server, for the transports. Thread-safe.
class Hub final : public transports::Service, public transports::ChannelService {
public:
    /// @param starts_per_minute  conversations one address may start in a minute; 0: no limit.
    Hub(std::shared_ptr<Surroundings> surroundings, int starts_per_minute);

    void start(transports::Newcomer who, boost::asio::any_io_executor home,
               transports::Done<transports::Opened> done) override;
    void resume(std::string id, std::string token, boost::asio::any_io_executor home,
                transports::Done<transports::Opened> done) override;
    void find(std::string id, std::string token, boost::asio::any_io_executor home,
              transports::Done<std::shared_ptr<transports::Conversation>> done) override;
    /// Each person on a channel has one conversation, whose name follows from the address.
    void hear(transports::ChannelMessage message, boost::asio::any_io_executor home,
              transports::Done<transports::Accepted> done) override;
    transports::BotCard bot(std::string_view locale) const override;
    std::string choice_hint(std::string_view lang, bool many) const override;
    /// False while draining, and for 10 s after the store refused to write.
    bool ready() const override;

    /// From now on nothing new is started.
    void drain() { draining_ = true; }
    /// Deletes what has expired. Call it now and then.
    void expire();
    /// Conversations in memory.
    std::size_t size() const { return registry_->size(); }

private:
    const std::shared_ptr<Surroundings> surroundings_;
    const std::shared_ptr<Registry> registry_;
    StartLimit start_limit_;
    std::atomic<bool> draining_{false};
};

}  // namespace attune::bot
