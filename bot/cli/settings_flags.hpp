#pragma once

#include <string>
#include <vector>

#include "bot/server/config.hpp"

namespace CLI {
class App;
}

namespace attune::bot {

/// What stood on the command line for the server's settings. Must live as long as the command.
struct SettingsFlags {
    std::string file;
    std::string folder;
    std::vector<std::vector<std::string>> values;  ///< one for each setting
};

/// A flag for each setting, `--config FILE` and the bot's folder.
void add_settings_flags(CLI::App& command, SettingsFlags& flags);

/// File, then environment, then flags: the later one counts. Errors: those of config.hpp.
Result<Config> gather_settings(const SettingsFlags& flags);

}  // namespace attune::bot
