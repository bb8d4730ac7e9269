#pragma once

#include <string_view>

#include "transports/channel.hpp"

namespace attune::transports {

/// A webhook that is turned away: nothing of it was read further.
Received refuse_webhook(int status, std::string_view reason);

/// What an answer to a call means where the service keeps to HTTP: 2xx done; 408, 425, 429 and 5xx later,
/// when Retry-After says so; the rest refused.
Delivery plain_outcome(const http::ClientResponse& answer);

}  // namespace attune::transports
