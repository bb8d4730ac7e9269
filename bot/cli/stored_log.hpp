#pragma once

#include <string>
#include <vector>

#include "bot/store/store.hpp"
#include "dialogs/analysis/replay.hpp"

namespace attune::bot {

/// Puts the turns of a stored conversation together from its events: what the bot said at the time of a
/// visitor's message belongs to it; a message of the bot alone was an opening, or a reminder to silence. A
/// tap is stored as its labels: where the open question had these, it is taken for a tap, which has the same
/// effect. Errors: `invalid_input` (an event that is not ours; nothing of it is told). Pure; O(bytes).
Result<dialogs::ConversationLog> log_of_events(const std::vector<StoredEvent>& events);

/// Reads one conversation from a database file that no server has open. Errors: `not_found` (no such file or
/// conversation), those of the store and of `log_of_events`.
Result<dialogs::ConversationLog> read_stored_log(const std::string& file, const std::string& conversation);

}  // namespace attune::bot
