#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune script [DIR] [--format html|csv] [--out FILE]`: every line of a bot, to be read by people.
/// Exit codes: 0; 1 (the file cannot be written); 3 (the bot or its review.lock does not load).
void add_script(CLI::App& app, int& exit_code);

}  // namespace attune::bot
