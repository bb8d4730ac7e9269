#pragma once

#include <istream>
#include <ostream>

#include "bot/cli/talk.hpp"

namespace attune::bot {

/// Holds a conversation in JSON: an event a line in, a line an event out, and one for each opening:
///
///     {"event":"opened","said":[{"line":"wel.1","text":"Hello.","crisis":false}],
///      "choices":[{"value":"walk","label":"The walk","chosen":false}],"many":false,
///      "flow":"menu","step":"pick","outcome":"going_on","safety":null,"trace":{…}}
///
/// `event` is `opened`, `text`, `choice` or `wait`; `outcome` is `going_on`, `stale_choice`, `ended` or `erase` (after
/// which a new conversation is opened); `flow` and `step` are null where no question is open; `safety` is null or
/// `{"class","level","pattern"}`. A line that is no event gets `{"error":{"line":3,"message":"…"}}`, and the
/// conversation goes on. Blank lines are passed over. Ends with the input.
void chat_in_json(Talk& talk, std::istream& in, std::ostream& out);

}  // namespace attune::bot
