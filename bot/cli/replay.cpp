#include "bot/cli/replay.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/stored_log.hpp"
#include "bot/cli/write_out.hpp"

namespace attune::bot {

namespace {

using nlohmann::ordered_json;

struct ReplayOptions {
    std::string log;
    std::string session;
    std::string folder;
    std::string out;
    bool json = false;
};

Result<dialogs::ConversationLog> read(const ReplayOptions& options) {
    if (!options.session.empty()) return read_stored_log(options.log, options.session);
    std::ifstream in(options.log, std::ios::binary);
    if (!in) return failure(Errc::not_found, "cannot read " + options.log);
    return dialogs::read_log(std::string(std::istreambuf_iterator<char>(in), {}));
}

struct EventText {
    std::string operator()(const dialogs::Opened&) const { return "opened"; }
    std::string operator()(const dialogs::Said& said) const { return "wrote: " + said.text; }
    std::string operator()(const dialogs::Understood&) const { return "wrote"; }
    std::string operator()(const dialogs::Chose& chose) const {
        std::string text = "chose:";
        for (const std::string& value : chose.values) text += " " + value;
        return text;
    }
    std::string operator()(const dialogs::Waited&) const { return "was silent"; }
};

void write_lines(std::ostream& out, const char* sign, const std::vector<dialogs::SaidLine>& lines) {
    for (const dialogs::SaidLine& line : lines)
        out << "  " << sign << " " << line.line << ": " << line.text << "\n";
    if (lines.empty()) out << "  " << sign << " nothing\n";
}

void write_text(const dialogs::ConversationLog& log,
                const std::vector<dialogs::ReplayDifference>& differences, const std::string& hash) {
    if (log.script.empty() || log.script == hash) {
        std::cout << "on the script it ran on\n";
    } else {
        std::cout << "it ran on script " << log.script << ", this is " << hash << "\n";
    }
    for (const dialogs::ReplayDifference& difference : differences) {
        const dialogs::LoggedTurn& then = log.turns[difference.turn];
        std::cout << "\nturn " << difference.turn + 1 << ", the visitor "
                  << std::visit(EventText{}, then.event) << "\n";
        if (difference.is_stale) std::cout << "  this choice is not on offer any more\n";
        write_lines(std::cout, "-", then.said);
        write_lines(std::cout, "+", difference.now);
    }
    std::cout << (differences.empty() ? "" : "\n") << log.turns.size() << " turns, " << differences.size()
              << " with other words than then\n";
}

void write_json(const dialogs::ConversationLog& log,
                const std::vector<dialogs::ReplayDifference>& differences, const std::string& hash) {
    const auto lines = [](const std::vector<dialogs::SaidLine>& said) {
        ordered_json list = ordered_json::array();
        for (const dialogs::SaidLine& line : said) list.push_back({{"line", line.line}, {"text", line.text}});
        return list;
    };
    ordered_json json = {{"script", hash},
                         {"ran_on", log.script},
                         {"turns", log.turns.size()},
                         {"differences", ordered_json::array()}};
    for (const dialogs::ReplayDifference& difference : differences) {
        json["differences"].push_back({{"turn", difference.turn + 1},
                                       {"stale_choice", difference.is_stale},
                                       {"then", lines(log.turns[difference.turn].said)},
                                       {"now", lines(difference.now)}});
    }
    std::cout << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
}

int replay(const ReplayOptions& options) {
    const auto log = read(options);
    if (!log) {
        std::cerr << log.error().message << "\n";
        return 1;
    }
    if (!options.out.empty()) return write_out(options.out, write_log(*log)) ? 0 : 1;
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    const auto differences = dialogs::replay(*bot->script, *log);
    if (options.json) {
        write_json(*log, differences, bot->script->hash);
    } else {
        write_text(*log, differences, bot->script->hash);
    }
    return differences.empty() ? 0 : 1;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ReplayOptions>();
    CLI::App* command =
        app.add_subcommand("replay", "Run a stored conversation again and tell what would be said now");
    command->add_option("log", options->log, "A log (a JSON object a line), or with --session a database")
        ->required();
    command
        ->add_option("--session", options->session, "The conversation in the database; the server is stopped")
        ->type_name("ID");
    command->add_option("--bot", options->folder, "The bot's folder; without it the shipped bot")
        ->type_name("DIR");
    command->add_option("--export", options->out, "Only write the conversation as a log")->type_name("FILE");
    command->add_flag("--json", options->json, "For programs");
    command->callback([options, &exit_code] { exit_code = replay(*options); });
}

}  // namespace attune::bot
