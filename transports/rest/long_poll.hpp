#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "transports/service.hpp"

namespace attune::transports::rest {

using Events = std::vector<LoggedEvent>;

/// Waits up to `wait` for events after `after`, then calls `done` once, on `home`, with what came: nothing if
/// nothing did. Must be called on `home`.
void long_poll(std::shared_ptr<Conversation> conversation, std::uint64_t after, std::chrono::seconds wait,
               const boost::asio::any_io_executor& home, std::function<void(const Events&)> done);

}  // namespace attune::transports::rest
