#include "bot/cli/serve.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "bot/server/config.hpp"
#include "bot/server/server.hpp"

namespace attune::bot {

namespace {

/// What stood on the command line.
struct Flags {
    std::string file;
    std::string folder;
    std::vector<std::vector<std::string>> values;  // one for each setting
};

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

/// File, then environment, then flags.
Result<Config> gather(const Flags& flags) {
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

int serve(const Flags& flags) {
    auto config = gather(flags);
    if (!config) {
        std::cerr << "attune: " << config.error().message << '\n';
        return exit_code::usage;
    }
    auto server = Server::start(*config);
    if (!server) {
        std::cerr << "attune: " << server.error().text << '\n';
        return server.error().exit_code;
    }
    std::cout << "Attune is listening on " << (*server)->url() << std::endl;
    (*server)->run();
    return 0;
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
    auto flags = std::make_shared<Flags>();
    flags->values.resize(settings().size());
    CLI::App* command = app.add_subcommand("serve", "Run the server until SIGTERM or SIGINT");
    command->footer("Every option can also stand in the file (port = 8080) or the environment (ATTUNE_PORT=8080).\n"
                    "A flag counts before the environment, that before the file.");
    command->add_option("FOLDER", flags->folder, "As --bot")->type_name("");
    command->add_option("--config", flags->file, "File with settings (TOML or INI)")
        ->envname("ATTUNE_CONFIG")
        ->type_name("FILE");
    for (std::size_t i = 0; i < settings().size(); ++i) add_flag(*command, settings()[i], flags->values[i]);
    command->callback([flags, &exit_code] { exit_code = serve(*flags); });
}

}  // namespace attune::bot
