#include "bot/cli/new.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/write_files.hpp"
#include "dialogs/language/load.hpp"

namespace attune::bot {

namespace {

int make_new(const std::string& folder) {
    std::error_code error;
    if (std::filesystem::exists(folder, error)) {
        std::cerr << folder << " is there already; nothing was changed\n";
        return 2;
    }
    for (const auto& [path, content] : dialogs::starter_bot()) {
        if (!write_file(folder, path, content)) return 1;
    }
    std::cout << "A new bot stands in " << folder << ". Next:\n"
              << "  attune chat " << folder << "     talk with it\n"
              << "  attune test " << folder << "     hold its test conversations\n"
              << "  attune serve " << folder << "    serve it\n"
              << "Its texts and its safety net are samples: have a clinician review them before anybody uses it.\n";
    return 0;
}

}  // namespace

void add_new(CLI::App& app, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("new", "Make a small bot of your own to begin with");
    command->add_option("name", *folder, "The new folder")->required();
    command->callback([folder, &exit_code] { exit_code = make_new(*folder); });
}

}  // namespace attune::bot
