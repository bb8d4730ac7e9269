#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune graph [DIR] [--flow ID] [--format svg|dot|mermaid] [--out FILE]`: flows, or the steps of one, as a
/// picture. Exit codes: 0; 1 (the file cannot be written); 2 (no such flow); 3 (the bot does not load).
void add_graph(CLI::App& app, int& exit_code);

}  // namespace attune::bot
