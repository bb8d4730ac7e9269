#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// One turn of a stored conversation.
struct LoggedTurn {
    Time at = 0;
    Event event;
    std::vector<SaidLine> said;  ///< what the bot said then
};

/// A stored conversation: health data, to be shown on the operator's own terminal only.
struct ConversationLog {
    std::string script;  ///< hash of the script it ran on; empty: not known
    std::string locale;  ///< empty: the script's own
    std::vector<LoggedTurn> turns;
};

/// As text, a JSON object a line. The first: `{"attune_log":1,"script":"…","locale":"…"}`. Then one a turn:
/// `{"at":ms,"do":{"open":true}|{"text":"…"}|{"choice":["…"]}|{"wait":true},"said":[{"line":"…","text":"…"}]}`.
/// `read_log` reads back what `write_log` wrote. Pure; O(bytes).
/// Errors of read_log: `invalid_input`, with the line and nothing of what stands in it.
std::string write_log(const ConversationLog& log);
Result<ConversationLog> read_log(std::string_view text);

/// A turn that went another way than the log says.
struct ReplayDifference {
    std::size_t turn = 0;  ///< index in the log
    std::vector<SaidLine> now;
    bool is_stale = false;  ///< the choice is not on offer any more
};

/// Runs the log's events on a script, by the log's clock, and compares line ids and texts. Goes on behind a
/// difference, with the new state. Pure; O(turns).
std::vector<ReplayDifference> replay(const Script& script, const ConversationLog& log);

}  // namespace attune::dialogs
