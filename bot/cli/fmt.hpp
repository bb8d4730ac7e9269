#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// Adds `attune fmt DIR`: brings the files of a bot into one layout and gives every step and line an id.
void add_fmt(CLI::App& app, int& exit_code);

}  // namespace attune::bot
