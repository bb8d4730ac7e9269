#include "bot/cli/understand.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/ranking.hpp"

namespace attune::bot {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_shown = 10;

Json intents_json(const Ranked& ranked) {
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(ranked.intents.size(), std::max(most_shown, ranked.considered));
         ++i) {
        const nlu::IntentMatch& match = ranked.intents[i];
        list.push_back({{"name", match.name},
                        {"confidence", std::round(match.confidence * 1e4) / 1e4},
                        {"by", match.by == nlu::IntentMatch::By::pattern ? "pattern" : "classifier"},
                        {"sure", i < ranked.accepted},
                        {"pattern", match.pattern}});
    }
    return list;
}

Json safety_json(const std::optional<nlu::SafetySignal>& signal) {
    if (!signal) return {{"class", "none"}, {"level", "none"}};
    return {{"class", signal->safety_class}, {"level", nlu::name_of(signal->level)}};
}

/// The text of a line: its `text` where the line is a JSON object that has one, else the line itself.
std::string text_of(const std::string& line) {
    if (line.empty() || line.front() != '{') return line;
    const Json json = Json::parse(line, nullptr, false);
    const bool has_text = json.is_object() && json.contains("text") && json["text"].is_string();
    return has_text ? json["text"].get<std::string>() : line;
}

Json repairs_json(const std::vector<nlu::Repair>& repairs) {
    Json list = Json::array();
    for (const nlu::Repair& repair : repairs)
        list.push_back({{"written", repair.written}, {"meant", repair.meant}});
    return list;
}

int understand(const std::string& folder) {
    const auto bot = open_bot(folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const std::string text = text_of(line);
        const Ranked understood = ranked(bot->script->understander, text);
        const Json result = {{"text", text},
                             {"intents", intents_json(understood)},
                             {"safety", safety_json(understood.understood.safety)},
                             {"entities", Json::array()},
                             {"repairs", repairs_json(understood.understood.repairs)}};
        std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
    }
    return 0;
}

}  // namespace

void add_understand(CLI::App& app, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("understand", "Tell what is understood of messages: lines in, JSON lines out");
    command->add_option("dir", *folder, "The bot's folder; without it the shipped bot");
    command->callback([folder, &exit_code] { exit_code = understand(*folder); });
}

}  // namespace attune::bot
