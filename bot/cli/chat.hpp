#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune chat [DIR] [--json]`: talks with a bot in the terminal. Exit codes: 0; 3 (the bot does not load).
void add_chat(CLI::App& app, int& exit_code);

}  // namespace attune::bot
