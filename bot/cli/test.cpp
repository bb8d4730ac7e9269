#include "bot/cli/test.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/open_bot.hpp"
#include "dialogs/analysis/read_tests.hpp"

namespace attune::bot {

namespace {

int summary(std::size_t tests, std::size_t turns, std::size_t failed) {
    if (tests == 0) {
        std::cout << "There are no conversations in tests/.\n";
        return 1;
    }
    std::cout << tests << " conversations, " << turns << " turns: " << tests - failed << " passed, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}

int test(const std::string& folder) {
    const auto bot = open_bot(folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    const auto tests = dialogs::read_conversation_tests(bot->files, *bot->script);
    if (!tests) {
        std::cerr << dialogs::to_text(tests.error());
        return exit_bot_does_not_load;
    }
    std::size_t turns = 0;
    std::size_t failed = 0;
    for (const dialogs::ConversationTest& each : *tests) {
        turns += each.turns.size();
        const auto failure = dialogs::run(*bot->script, each);
        if (!failure) continue;
        ++failed;
        std::cout << failure->text << "\n\n";
    }
    return summary(tests->size(), turns, failed);
}

}  // namespace

void add_test(CLI::App& app, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("test", "Hold the conversations in a bot's tests/");
    command->add_option("dir", *folder, "The bot's folder; without it the shipped bot");
    command->callback([folder, &exit_code] { exit_code = test(*folder); });
}

}  // namespace attune::bot
