#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <string>

#include "transports/channel.hpp"

namespace attune::transports {

/// A person's message, and by which channel it came.
struct ChannelMessage {
    std::string channel;  ///< Channel::name
    Heard heard;
    bool push = true;  ///< the answer goes out by the outbox; else only to `done`
};

/// The server, as channels see it. Implemented by bot/server; thread-safe.
class ChannelService {
public:
    virtual ~ChannelService() = default;

    /// Runs one turn for the person at this address. `done` comes after the durable commit, with `duplicate`
    /// if the message was heard before. Messages of one person are taken in the order of the calls. Refusals,
    /// after which the service should deliver the message again: rate_limited, unavailable, not_ready.
    virtual void hear(ChannelMessage message, boost::asio::any_io_executor home, Done<Accepted> done) = 0;
};

}  // namespace attune::transports
