#pragma once

#include <string>
#include <vector>

#include "dialogs/language/load.hpp"

namespace attune::dialogs::test {

/// A sound bot of a few lines with every construct of the language in it: what tests of the loader break.
const BotFiles& tiny_bot();

/// The tiny bot with `old_text` in one file replaced; fails the test when it is not there just once.
BotFiles tiny_bot_with(const std::string& path, const std::string& old_text, const std::string& new_text);

/// Everything that is wrong with a bot, as text.
std::vector<std::string> problems(const BotFiles& files);

}  // namespace attune::dialogs::test
