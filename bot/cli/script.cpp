#include "bot/cli/script.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/write_out.hpp"
#include "dialogs/analysis/view/screenplay.hpp"

namespace attune::bot {

namespace {

struct ScriptOptions {
    std::string folder;
    std::string format = "html";
    std::string out;
};

int script(const ScriptOptions& options) {
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    const auto lock = dialogs::read_review_lock(bot->files);
    if (!lock) {
        std::cerr << to_text(lock.error());
        return exit_bot_does_not_load;
    }
    const dialogs::Screenplay play = screenplay_of(*bot->script, bot->files, *lock);
    return write_out(options.out, options.format == "csv" ? write_csv(play) : write_html(play)) ? 0 : 1;
}

}  // namespace

void add_script(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ScriptOptions>();
    CLI::App* command = app.add_subcommand("script", "Write every line as a screenplay, for people to read");
    command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    command->add_option("--format", options->format, "html (for the screen and paper) or csv (a row a line)")
        ->check(CLI::IsMember({"html", "csv"}));
    command->add_option("--out", options->out, "Write here in place of stdout")->type_name("FILE");
    command->callback([options, &exit_code] { exit_code = script(*options); });
}

}  // namespace attune::bot
