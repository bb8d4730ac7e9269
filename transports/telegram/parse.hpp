#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "transports/channel.hpp"

namespace attune::transports::telegram {

/// What an Update says to us; none for what is none of our business (groups, edits, stickers, other bots).
/// Pure.
std::optional<Heard> parse_update(const nlohmann::json& update);

}  // namespace attune::transports::telegram
