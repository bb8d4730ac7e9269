#pragma once

#include <istream>
#include <ostream>

#include "bot/cli/talk.hpp"
#include "transports/console/console.hpp"

namespace attune::bot {

/// Holds a conversation with a person at a terminal, or line by line in a pipe, until the input or `/quit`.
/// @param prompt  printed before each line that is read
void chat_on_console(Talk& talk, std::istream& in, std::ostream& out, const transports::ConsoleLook& look,
                     std::string_view prompt);

}  // namespace attune::bot
