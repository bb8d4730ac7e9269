#pragma once

#include <optional>
#include <string_view>

#include "transports/channel.hpp"

namespace attune::transports {

/// STOP, HELP and START, as the carriers want them understood: only as the whole message, white space and a
/// final stop aside, whatever the case. "I want it all to stop" is none. Pure; O(bytes).
///
/// Source: Twilio, "Support for Opt-Out Keywords" (STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE,
/// OPTOUT; START, YES, UNSTOP; HELP, INFO), read 2026-08; ALTO and BAJA for Spanish. YES is in may_restart:
/// it answers questions too.
std::optional<Command> opt_out_word(std::string_view text);

/// YES: a START if the sender had said STOP.
bool may_restart(std::string_view text);

}  // namespace attune::transports
