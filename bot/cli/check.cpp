#include "bot/cli/check.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>

#include "bot/cli/check_report.hpp"
#include "bot/cli/open_bot.hpp"
#include "bot/cli/progress.hpp"
#include "bot/server/clock.hpp"
#include "transports/channels/registry.hpp"

namespace attune::bot {

namespace {

struct Options {
    std::string folder;
    std::vector<std::string> channels;
    std::size_t budget = 200'000;
    bool json = false;
    bool hints = false;
};

/// Our own chat on the page: the only one whose buttons carry back the option's own value.
dialogs::ChannelProfile web() {
    return {"web", 4096, 20, 80, 256, 0, "transports/web: our own chat", "2026-11"};
}

/// What fits into a message of each channel, as its renderer has it. Text beside buttons may be shorter.
std::vector<dialogs::ChannelProfile> all_profiles() {
    std::vector<dialogs::ChannelProfile> all = {web()};
    for (const transports::ChannelKind& kind : transports::channel_kinds()) {
        const transports::Traits& traits = kind.traits;
        if (traits.source.empty()) continue;
        all.push_back({std::string(kind.name), traits.max_prompt != 0 ? traits.max_prompt : traits.max_text,
                       traits.max_buttons, traits.max_label, 0, traits.max_rows, std::string(traits.source),
                       std::string(traits.as_of)});
    }
    return all;
}

std::vector<dialogs::ChannelProfile> profiles(const std::vector<std::string>& wanted) {
    std::vector<dialogs::ChannelProfile> all = all_profiles();
    std::erase_if(all, [&](const dialogs::ChannelProfile& one) {
        return !wanted.empty() && std::find(wanted.begin(), wanted.end(), one.name) == wanted.end();
    });
    return all;
}

/// The day by the machine's clock, UTC: `2026-11-24`.
std::string today() {
    using namespace std::chrono;
    const year_month_day day{floor<days>(sys_time<milliseconds>{milliseconds{now_ms()}})};
    const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return std::to_string(static_cast<int>(day.year())) + two(static_cast<unsigned>(day.month())) +
           two(static_cast<unsigned>(day.day()));
}

int check(const Options& options) {
    const auto began = std::chrono::steady_clock::now();
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    dialogs::CheckReport report;
    {
        Progress progress("states");
        dialogs::CheckOptions how;
        how.guarantees.explore.budget = options.budget;
        how.guarantees.explore.progress = [&](std::size_t states) { progress.tell(states, options.budget); };
        how.channels = profiles(options.channels);
        how.today = today();
        report = dialogs::check(bot->files, *bot->script, how);
    }
    const auto time =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (options.json) {
        write_check_json(std::cout, report, time);
    } else {
        write_check_text(std::cout, report, time, {isatty(STDOUT_FILENO) != 0, options.hints});
    }
    return count(report.findings).errors == 0 ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("check", "Prove what a bot can and cannot do, and look at its words");
    command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    std::vector<std::string> names;
    for (const dialogs::ChannelProfile& one : all_profiles()) names.push_back(one.name);
    command->add_option("--channel", options->channels, "Only these channels' limits (all)")
        ->check(CLI::IsMember(names));
    command->add_option("--budget", options->budget, "How many states may be looked at (200000)")
        ->check(CLI::Range(1, 100'000'000));
    command->add_flag("--hints", options->hints, "Also show what needs no mending");
    command->add_flag("--json", options->json, "Write the findings as JSON, for programs");
    command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace attune::bot
