#include "bot/cli/review.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/review_report.hpp"
#include "bot/cli/test_run.hpp"
#include "bot/cli/write_out.hpp"

namespace attune::bot {

namespace {

struct ReviewOptions {
    std::string folder;
    std::vector<std::string> ids;
    std::vector<std::string> flows;
    std::string language;
    std::string state;
    std::string by;
    bool all = false;
    bool json = false;
};

/// Every line of the bot with what is known of it; nothing when the bot or its lock does not load.
struct Reviewed {
    dialogs::ReviewLock lock;
    std::vector<ReviewRow> rows;
};

std::optional<Reviewed> read(const ReviewOptions& options) {
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return std::nullopt;
    auto lock = dialogs::read_review_lock(bot->files);
    if (!lock) {
        std::cerr << to_text(lock.error());
        return std::nullopt;
    }
    Reviewed reviewed{*std::move(lock), {}};
    for (dialogs::ReviewItem& item : dialogs::review_items(*bot->script)) {
        const dialogs::SignOff* sign = sign_off_of(reviewed.lock, item);
        const auto state = state_of(reviewed.lock, item);
        reviewed.rows.push_back({std::move(item), state, sign == nullptr ? dialogs::SignOff{} : *sign});
    }
    return reviewed;
}

bool is_wanted(const ReviewOptions& options, const ReviewRow& row) {
    const auto fits = [](const std::vector<std::string>& patterns, const std::string& text) {
        return patterns.empty() ||
               std::any_of(patterns.begin(), patterns.end(),
                           [&](const std::string& pattern) { return fits_pattern(text, pattern); });
    };
    return fits(options.ids, row.item.id) && fits(options.flows, row.item.flow) &&
           (options.language.empty() || options.language == row.item.locale) &&
           (options.state.empty() || options.state == name_of(row.state));
}

int status(const ReviewOptions& options) {
    const auto reviewed = read(options);
    if (!reviewed) return exit_bot_does_not_load;
    write_review_status(std::cout, reviewed->rows, options.json);
    return std::all_of(reviewed->rows.begin(), reviewed->rows.end(),
                       [](const ReviewRow& row) { return row.state == dialogs::ReviewState::signed_off; })
               ? 0
               : 1;
}

int list(const ReviewOptions& options) {
    auto reviewed = read(options);
    if (!reviewed) return exit_bot_does_not_load;
    std::erase_if(reviewed->rows, [&](const ReviewRow& row) { return !is_wanted(options, row); });
    write_review_list(std::cout, reviewed->rows, options.json);
    return 0;
}

std::string today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::string day(11, '\0');
    day.resize(std::strftime(day.data(), day.size(), "%Y-%m-%d", &utc));
    return day;
}

int sign(const ReviewOptions& options) {
    if (!options.all && options.ids.empty() && options.flows.empty()) {
        std::cerr << "say which lines were read: --id, --flow, or --all\n";
        return 2;
    }
    auto reviewed = read(options);
    if (!reviewed) return exit_bot_does_not_load;
    const std::string day = today();
    std::size_t count = 0;
    for (const ReviewRow& row : reviewed->rows) {
        if (!is_wanted(options, row)) continue;
        ++count;
        if (row.state == dialogs::ReviewState::signed_off) continue;
        reviewed->lock[{row.item.id, row.item.locale}] = {row.item.hash, day, options.by};
    }
    if (count == 0) {
        std::cerr << "no line fits\n";
        return 1;
    }
    const std::string path = options.folder + "/" + std::string(dialogs::review_lock_file);
    if (!write_out(path, write_review_lock(reviewed->lock))) return 1;
    std::cout << count << " lines are signed\n";
    return 0;
}

void add_choice(CLI::App& command, ReviewOptions& options) {
    command.add_option("--id", options.ids, "Lines with this id; * stands for anything")->type_name("ID");
    command.add_option("--flow", options.flows, "Lines of this flow; * stands for anything")
        ->type_name("FLOW");
    command.add_option("--language", options.language, "Only this language")->type_name("TAG");
}

}  // namespace

void add_review(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ReviewOptions>();
    CLI::App* command = app.add_subcommand("review", "Which lines were read and signed");
    command->require_subcommand(1);
    CLI::App* counts = command->add_subcommand("status", "Count what is signed, flow by flow");
    counts->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    counts->add_flag("--json", options->json, "For programs");
    counts->callback([options, &exit_code] { exit_code = status(*options); });

    CLI::App* lines = command->add_subcommand("list", "Show lines with their state and words");
    lines->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    lines->add_flag("--json", options->json, "For programs");
    lines->add_option("--state", options->state, "Only these")
        ->check(CLI::IsMember({"signed", "stale", "unreviewed"}));
    add_choice(*lines, *options);
    lines->callback([options, &exit_code] { exit_code = list(*options); });

    CLI::App* signing = command->add_subcommand("sign", "Note in review.lock that somebody has read lines");
    signing->add_option("dir", options->folder, "The bot's folder")->required();
    signing->add_option("--by", options->by, "Who read them")
        ->required()
        ->type_name("NAME")
        ->check([](const std::string& name) {
            return dialogs::is_reviewer(name) ? std::string() : std::string("expected a name in one line");
        });
    add_choice(*signing, *options);
    signing->add_flag("--all", options->all, "Every line");
    signing->callback([options, &exit_code] { exit_code = sign(*options); });
}

}  // namespace attune::bot
