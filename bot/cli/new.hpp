#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// Adds `attune new NAME`: a small bot of one's own to begin with, in a new folder.
void add_new(CLI::App& app, int& exit_code);

}  // namespace attune::bot
