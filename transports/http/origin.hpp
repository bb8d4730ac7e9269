#pragma once

#include <string>
#include <vector>

#include "transports/http/message.hpp"

namespace attune::transports::http {

/// May the page that sends this request talk to us? Yes without an Origin (no browser), from the same host,
/// and from an origin on the list. Compared exactly, byte by byte, but for the host's case.
bool is_origin_allowed(const Request& request, const std::vector<std::string>& allowed);

/// Adds what a browser wants to see before it shows the answer to a page of another, allowed origin.
void add_cors(const Request& request, Response& response);

/// The answer to a browser's question before the request proper.
Response preflight(const Request& request, std::string_view allow);

}  // namespace attune::transports::http
