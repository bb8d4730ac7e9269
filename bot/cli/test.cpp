#include "bot/cli/test.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/progress.hpp"
#include "bot/cli/test_report.hpp"
#include "bot/cli/write_out.hpp"
#include "dialogs/analysis/coverage/places.hpp"
#include "dialogs/analysis/update_tests.hpp"

namespace attune::bot {

namespace {

struct TestOptions {
    std::string folder;
    std::string filter;
    std::string junit;
    bool json = false;
    bool update = false;
    bool coverage = false;
    bool mutate = false;
    bool all = false;
    int seconds = 120;
};

constexpr std::size_t shown_at_most = 20;

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
        if (!write_out(folder + "/" + path, content)) return false;
    }
    std::cerr << updated.values << " expectations rewritten in " << updated.files.size() << " files\n"
              << to_text(updated.left);
    bot.files = std::move(files);
    return true;
}

bool write_junit_file(const std::string& path, const TestRun& run) {
    std::ostringstream xml;
    write_junit(xml, run);
    return write_out(path, xml.str());
}

/// Puts faults into the bot until time is up.
void mutate(TestReport& report, const TestOptions& options, const OpenBot& bot, const dialogs::Tests& tests) {
    Progress progress("faults tried");
    const std::chrono::seconds limit(options.seconds);
    report.mutation = try_mutants(*bot.script, tests.conversations, [&](std::size_t done, std::size_t all) {
        progress.tell(done, all);
        report.mutation_cut = progress.elapsed() > limit;
        return !report.mutation_cut;
    });
    const dialogs::ItemPlaces places(bot.files);
    for (const dialogs::Mutant& missed : report.mutation->missed)
        report.missed_at.push_back(places.of(missed.id));
}

TestReport run_all(const TestOptions& options, const OpenBot& bot, const dialogs::Tests& tests) {
    TestReport report;
    report.run = run_tests(*bot.script, tests);
    if (options.coverage) {
        report.coverage =
            report_coverage(*bot.script, bot.files, covered_by(*bot.script, tests.conversations), {});
    }
    if (options.mutate && report.run.failed == 0) mutate(report, options, bot, tests);
    return report;
}

int tell(const TestOptions& options, const TestReport& report) {
    if (options.json) {
        write_json(std::cout, report);
    } else {
        write_text(std::cout, report, options.all ? std::string::npos : shown_at_most);
    }
    if (options.mutate && !report.mutation) std::cerr << "no mutation score: the tests must pass first\n";
    if (!options.junit.empty() && !write_junit_file(options.junit, report.run)) return 1;
    return report.run.results.empty() || report.run.failed > 0 ? 1 : 0;
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
    return tell(options, run_all(options, *bot, *tests));
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
    command->add_flag("--coverage", options->coverage,
                      "Tell which steps, lines, ways out and conditions are tested");
    command->add_flag("--mutate", options->mutate,
                      "Put faults into the bot and tell which ones no test notices");
    command->add_option("--seconds", options->seconds, "How long --mutate may take (120)")
        ->check(CLI::Range(1, 86400));
    command->add_flag("--all", options->all, "Name everything that is not covered, not only the first 20");
    command->callback([options, &exit_code] { exit_code = test(*options); });
}

}  // namespace attune::bot
