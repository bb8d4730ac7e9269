#pragma once

#include "transports/http/message.hpp"
#include "transports/service.hpp"

namespace attune::transports::rest {

/// Reads the body of `POST …/messages`: `{"text":…}` or `{"choice":{"prompt_seq":…,"value":…}}`. The id is
/// the Idempotency-Key. The same rules hold as for a frame of `attune.v1`, for they are read by the same
/// code. Refusals: bad_json, bad_field (names the field), too_long. Pure.
Outcome<Inbound> read_message(const http::Request& request);

}  // namespace attune::transports::rest
