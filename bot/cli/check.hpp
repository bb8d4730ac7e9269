#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune check [DIR]`: everything that can be said about a bot without visitors: its files, its patterns,
/// all of its states, its channels and its words. Exit codes: 0 (no error); 1 (there are errors); 3 (the bot
/// does not load).
void add_check(CLI::App& app, int& exit_code);

}  // namespace attune::bot
