#pragma once

#include <memory>
#include <string>

#include "transports/http/stream.hpp"
#include "transports/service.hpp"

namespace attune::transports::rest {

/// One event as server-sent events write it: id = seq, event = type, data = the JSON.
/// Source: HTML Living Standard, section 9.2 (server-sent events).
std::string sse_event(const LoggedEvent& event);

/// The first chunk: how soon to come back after a break.
std::string sse_preamble();

/// Keeps proxies from closing a quiet stream.
std::string sse_heartbeat();

/// Feeds `stream` with the conversation's events after `after` until either side ends. Must be called on
/// `home`, the connection's executor.
void stream_events(const std::shared_ptr<Conversation>& conversation, std::uint64_t after,
                   const std::shared_ptr<http::Stream>& stream, const boost::asio::any_io_executor& home);

}  // namespace attune::transports::rest
