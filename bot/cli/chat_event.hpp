#pragma once

#include <string_view>

#include "dialogs/engine/event.hpp"
#include "dialogs/engine/state.hpp"
#include "nlu/result.hpp"

namespace attune::bot {

/// What a line of `attune chat --json` says that the visitor does.
struct ChatEvent {
    std::string_view name;  ///< `text`, `choice` or `wait`; a literal
    dialogs::Event event;
    dialogs::Time wait = 0;  ///< milliseconds that pass before it
};

/// Reads `{"text":"…"}`, `{"choice":"value"}`, `{"choice":["a","b"]}`, `{"wait":"10m"}` or `{"wait":600}` (seconds).
/// Errors: `invalid_input` (anything else), `limit_exceeded` (a text of more than 4,000 code points). Their messages
/// hold nothing of the line. Pure; O(bytes).
Result<ChatEvent> read_chat_event(std::string_view line);

}  // namespace attune::bot
