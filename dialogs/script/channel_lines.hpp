#pragma once

#include <string>

#include "dialogs/script/text.hpp"

namespace attune::dialogs {

/// What messaging channels say beside the conversation, written by the authors under `channel_lines:` in `bot.yaml`.
/// The same for every visitor, so each has one variant and no slot. All are there, or none: then the bot cannot be
/// served on such a channel.
struct ChannelLines {
    Line stop;     ///< to STOP: how to come back, whom to call in danger
    Line start;    ///< to START, from somebody who had said STOP
    Line help;     ///< to HELP: who speaks, how to stop
    Line number;   ///< under numbered choices: how to answer
    Line numbers;  ///< the same where several may be chosen
    Line list;     ///< on the button that opens a list of choices

    bool there() const { return !stop.id.empty(); }
};

/// Its words, with the numbers of the clinic's country. Empty for a line that is not there. O(bytes).
std::string fixed_words(const Line& line);

}  // namespace attune::dialogs
