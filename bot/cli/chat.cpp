#include "bot/cli/chat.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/chat_console.hpp"
#include "bot/cli/chat_json.hpp"
#include "bot/cli/open_bot.hpp"

namespace attune::bot {

namespace {

struct ChatOptions {
    std::string folder;
    bool json = false;
};

int chat(const ChatOptions& options) {
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    Talk talk(bot->script);
    if (options.json) {
        chat_in_json(talk, std::cin, std::cout);
        return 0;
    }
    const bool writes_to_person = isatty(STDOUT_FILENO) != 0;
    const bool reads_from_person = isatty(STDIN_FILENO) != 0;
    transports::ConsoleLook look;
    look.colour = writes_to_person && std::getenv("NO_COLOR") == nullptr;
    chat_on_console(talk, std::cin, std::cout, look, writes_to_person && reads_from_person ? "> " : "");
    return 0;
}

}  // namespace

void add_chat(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ChatOptions>();
    CLI::App* command = app.add_subcommand("chat", "Talk with a bot here in the terminal; nothing is stored");
    command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    command->add_flag("--json", options->json, "An event a line in, a line an event out, for programs");
    command->callback([options, &exit_code] { exit_code = chat(*options); });
}

}  // namespace attune::bot
