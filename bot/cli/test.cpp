#include "bot/cli/test.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/test_report.hpp"
#include "dialogs/analysis/update_tests.hpp"

namespace attune::bot {

namespace {

struct TestOptions {
    std::string folder;
    std::string filter;
    std::string junit;
    bool json = false;
    bool update = false;
};

bool write_file(const std::string& path, const std::string& content) {
    std::ofstream out(path, std::ios::binary);
    out << content << std::flush;
    if (out) return true;
    std::cerr << "cannot write " << path << "\n";
    return false;
}

/// Brings the expectations in the folder in line with the bot. False when a file cannot be written.
bool update(const std::string& folder, OpenBot& bot, const dialogs::Tests& tests) {
    const dialogs::UpdatedTests updated = update_tests(bot.files, *bot.script, tests.conversations);
    dialogs::BotFiles files = bot.files;
    for (const auto& [path, content] : updated.files) files[path] = content;
    if (const auto readable = read_tests(files, *bot.script); !readable) {
        std::cerr << "nothing was written, since the tests would not be readable:\n"
                  << to_text(readable.error());
        return false;
    }
    for (const auto& [path, content] : updated.files) {
        if (!write_file(folder + "/" + path, content)) return false;
    }
    std::cerr << updated.values << " expectations rewritten in " << updated.files.size() << " files\n"
              << to_text(updated.left);
    bot.files = std::move(files);
    return true;
}

bool write_junit_file(const std::string& path, const TestRun& run) {
    std::ostringstream xml;
    write_junit(xml, run);
    return write_file(path, xml.str());
}

int report(const TestOptions& options, const TestRun& run) {
    if (options.json) {
        write_json(std::cout, run);
    } else {
        write_text(std::cout, run);
    }
    if (!options.junit.empty() && !write_junit_file(options.junit, run)) return 1;
    return run.results.empty() || run.failed > 0 ? 1 : 0;
}

int test(const TestOptions& options) {
    auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    auto tests = read_tests(bot->files, *bot->script);
    if (!tests) {
        std::cerr << to_text(tests.error());
        return exit_bot_does_not_load;
    }
    keep_only(*tests, options.filter);
    if (options.update) {
        if (!update(options.folder, *bot, *tests)) return 1;
        tests = read_tests(bot->files, *bot->script);
        keep_only(*tests, options.filter);
    }
    return report(options, run_tests(*bot->script, *tests));
}

}  // namespace

void add_test(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<TestOptions>();
    CLI::App* command = app.add_subcommand("test", "Hold the conversations in a bot's tests/");
    CLI::Option* folder =
        command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    command->add_option("--filter", options->filter,
                        "Only tests with this in 'suite: name'; * stands for anything");
    command->add_option("--junit", options->junit, "Write the results as JUnit XML")->type_name("FILE");
    command->add_flag("--json", options->json, "Write the results as JSON, for programs");
    command->add_flag("--update", options->update, "Rewrite expectations in place to what the bot does now")
        ->needs(folder);
    command->callback([options, &exit_code] { exit_code = test(*options); });
}

}  // namespace attune::bot
