#include "bot/cli/fmt.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/write_files.hpp"
#include "dialogs/language/format.hpp"

namespace attune::bot {

namespace {

int fmt(const std::string& folder, bool check) {
    const auto files = dialogs::read_folder(folder);
    if (!files) {
        std::cerr << files.error().message << "\n";
        return 2;
    }
    std::size_t changed = 0;
    for (const auto& [path, content] : dialogs::formatted(*files)) {
        if (files->at(path) == content) continue;
        ++changed;
        std::cout << path << "\n";
        if (!check && !write_file(folder, path, content)) return 1;
    }
    return check && changed > 0 ? 1 : 0;
}

}  // namespace

void add_fmt(CLI::App& app, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    auto check = std::make_shared<bool>(false);
    CLI::App* command = app.add_subcommand("fmt", "Lay out a bot's files and add the ids that are missing");
    command->add_option("dir", *folder, "The bot's folder")->required();
    command->add_flag("--check", *check, "Change nothing; tell which files would change, and fail if there are any");
    command->callback([folder, check, &exit_code] { exit_code = fmt(*folder, *check); });
}

}  // namespace attune::bot
