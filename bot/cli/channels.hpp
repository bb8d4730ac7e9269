#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune channels [list]`: which channels there are, what each lacks and where its webhook goes; `attune channels
/// check NAME`: asks the service whether the secrets are good.
void add_channels(CLI::App& app, int& exit_code);

}  // namespace attune::bot
