#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune test [DIR]`: holds the conversations in a bot's `tests/` and tells which did not go as expected.
/// Exit codes: 0 (all did); 1 (some did not, there are none, or a file cannot be written); 2 (wrong options);
/// 3 (the bot or a test does not load).
void add_test(CLI::App& app, int& exit_code);

}  // namespace attune::bot
