#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/engine/run.hpp"

/// Questions of the engine's own, which lie over the open question for one message. Not for other folders.
namespace attune::dialogs {

/// The aside that is open, as a question in the language that is spoken; nothing when there is none.
std::optional<Ask> aside_question(const Script& spoken, const Position& now);

/// Up to three flows that an unsure message may have meant, surest first; none where the bot does not ask.
std::vector<std::string> guessed_flows(Run& run, const nlu::Understanding& understood);
void ask_did_you_mean(Run& run, std::vector<std::string> flows);

/// For a visitor who comes back after a silence: see `is_return`.
void ask_after_silence(Run& run);

/// The aside was answered with this option of `aside_question`; it is not open any more.
void take_aside(Run& run, int option);

}  // namespace attune::dialogs
