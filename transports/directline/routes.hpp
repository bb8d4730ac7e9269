#pragma once

#include "transports/http/core.hpp"

namespace attune::transports::directline {

inline constexpr std::string_view root = "/v3/directline";

/// Microsoft's Direct Line 3.0, for Web Chat and others that speak it; README.md beside this file says how.
/// The core must outlive its own routes.
void add_routes(http::Core& core);

}  // namespace attune::transports::directline
