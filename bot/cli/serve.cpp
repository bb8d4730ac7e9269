#include "bot/cli/serve.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "bot/cli/settings_flags.hpp"
#include "bot/server/server.hpp"

namespace attune::bot {

namespace {

int serve(const SettingsFlags& flags) {
    auto config = gather_settings(flags);
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
    auto flags = std::make_shared<SettingsFlags>();
    CLI::App* command = app.add_subcommand("serve", "Run the server until SIGTERM or SIGINT");
    command->footer("Every option can also stand in the file (port = 8080) or the environment (ATTUNE_PORT=8080).\n"
                    "A flag counts before the environment, that before the file.");
    add_settings_flags(*command, *flags);
    command->callback([flags, &exit_code] { exit_code = serve(*flags); });
}

}  // namespace attune::bot
