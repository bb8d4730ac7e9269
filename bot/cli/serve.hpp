#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune serve [FOLDER]`: runs the server until it is told to stop.
void add_serve(CLI::App& app, int& exit_code);

}  // namespace attune::bot
