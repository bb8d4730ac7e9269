#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune eval [DIR] --safety FILE`: measures how well a bot understands.
void add_eval(CLI::App& app, int& exit_code);

}  // namespace attune::bot
