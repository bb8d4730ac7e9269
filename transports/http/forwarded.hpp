#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::transports::http {

/// The visitor's address for rate limits: `peer`, or, if that is a trusted proxy, the last address of
/// X-Forwarded-For that is none. What stands before it was written by the visitor and proves nothing.
std::string visitor_address(const std::string& peer, std::string_view forwarded_for,
                            const std::vector<std::string>& trusted_proxies);

}  // namespace attune::transports::http
