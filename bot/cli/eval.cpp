#include "bot/cli/eval.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "bot/cli/eval_safety.hpp"
#include "bot/cli/open_bot.hpp"

namespace attune::bot {

namespace {

struct Options {
    std::string folder;
    std::vector<std::string> safety;
    bool summary = false;
};

int eval(const Options& options) {
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    return eval_safety(*bot->script, options.safety, options.summary);
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("eval", "Measure how well a bot understands");
    command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    command
        ->add_option("--safety", options->safety,
                     R"(Lines of {"text","label","level"} to try the safety net on)")
        ->type_name("FILE")
        ->required();
    command->add_flag("--summary", options->summary, "Numbers only, without the messages that went wrong");
    command->callback([options, &exit_code] { exit_code = eval(*options); });
}

}  // namespace attune::bot
