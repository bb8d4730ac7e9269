#pragma once

#include <memory>

#include "transports/http/router.hpp"
#include "transports/service.hpp"

namespace attune::transports::rest {

/// `GET …/events`: a stream for who accepts `text/event-stream`, else the events after `after`, waiting up to
/// `wait` seconds (at most 25) for the first. Must be called on the connection's executor.
void read_events(const std::shared_ptr<Conversation>& conversation, const http::Call& call,
                 const http::Respond& respond);

}  // namespace attune::transports::rest
