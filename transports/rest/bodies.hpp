#pragma once

#include <string>
#include <vector>

#include "transports/http/message.hpp"
#include "transports/service.hpp"

/// The JSON bodies of the REST interface. Pure.
namespace attune::transports::rest {

http::Response json_response(int status, std::string body);

/// `{"session":{…},"bot":{…},"crisis":{…},"limits":{…},"events":[…]}`: what `welcome` tells over a WebSocket.
std::string opened_body(const Opened& opened, const BotCard& bot, const std::vector<LoggedEvent>& events);

/// `{"accepted":{"id":…,"seq":…,"at":…,"dup":…},"events":[…]}`
std::string accepted_body(const Accepted& accepted);

/// `{"events":[…],"seq":…}`: `seq` is what the next request gives as `after`.
std::string events_body(const std::vector<LoggedEvent>& events, std::uint64_t after);

/// The HTTP status of a refusal.
int status_of(Code code);

/// `{"error":{"code":…,"text":…,"retry_after_ms":…}}`, with Retry-After in whole seconds, rounded up.
http::Response refusal_response(const Refusal& refusal);

}  // namespace attune::transports::rest
