#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "transports/channel.hpp"

namespace attune::transports {

/// A reply as it waits in the outbox: everything but the address, as JSON. The two undo each other. `read`
/// gives none for what is not of this shape. Never throw; O(bytes).
std::string write_outbound(const Outbound& reply);
std::optional<Outbound> read_outbound(std::string_view json);

}  // namespace attune::transports
