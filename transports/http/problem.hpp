#pragma once

#include <string_view>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// The error answer of the interface under `/v1/`: `{"error":{"code":…,"text":…}}`. Both texts are ours and
/// need no escaping.
Response problem(int status, std::string_view code, std::string_view text);

}  // namespace attune::transports::http
