#include "bot/cli/settings_flags.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace attune::bot {

namespace {

void add_flag(CLI::App& command, const Setting& setting, std::vector<std::string>& values) {
    const std::string name = "--" + std::string(setting.name);
    CLI::Option* option = nullptr;
    if (setting.takes.empty()) {
        option = command.add_flag_callback(name, [&values] { values = {"true"}; }, std::string(setting.meaning));
    } else {
        option = command.add_option(name, values, std::string(setting.meaning));
        option->type_name(std::string(setting.takes))->allow_extra_args(false);
        if (!setting.many) option->take_last();
    }
    if (setting.hidden) option->group("");
}

}  // namespace

void add_settings_flags(CLI::App& command, SettingsFlags& flags) {
    flags.values.resize(settings().size());
    command.add_option("FOLDER", flags.folder, "As --bot")->type_name("");
    command.add_option("--config", flags.file, "File with settings (TOML or INI)")
        ->envname("ATTUNE_CONFIG")
        ->type_name("FILE");
    for (std::size_t i = 0; i < settings().size(); ++i) add_flag(command, settings()[i], flags.values[i]);
}

Result<Config> gather_settings(const SettingsFlags& flags) {
    Config config;
    if (!flags.file.empty()) {
        if (auto set = apply_file(config, flags.file); !set) return tl::unexpected<Error>(set.error());
    }
    if (auto set = apply_environment(config, [](const char* name) { return std::getenv(name); }); !set) {
        return tl::unexpected<Error>(set.error());
    }
    for (std::size_t i = 0; i < settings().size(); ++i) {
        if (flags.values[i].empty()) continue;
        auto set = apply(config, settings()[i], flags.values[i]);
        if (!set) return failure(set.error().code, "--" + set.error().message);
    }
    if (!flags.folder.empty()) config.bot = flags.folder;
    return config;
}

}  // namespace attune::bot
