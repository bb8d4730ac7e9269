#include "bot/cli/explain.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/open_bot.hpp"
#include "dialogs/analysis/catalog.hpp"
#include "dialogs/analysis/explain_text.hpp"
#include "dialogs/analysis/winner.hpp"

namespace attune::bot {

namespace {

using nlohmann::ordered_json;

struct ExplainOptions {
    std::string text;
    std::string at;
    std::string folder;
    bool json = false;
};

ordered_json intents_json(const std::vector<nlu::IntentMatch>& intents) {
    ordered_json list = ordered_json::array();
    for (const nlu::IntentMatch& each : intents) {
        list.push_back({{"intent", each.name},
                        {"pattern", each.pattern},
                        {"specificity", each.specificity},
                        {"confidence", each.confidence},
                        {"by", each.by == nlu::IntentMatch::By::pattern ? "pattern" : "classifier"}});
    }
    return list;
}

void write_json(std::ostream& out, const dialogs::Explanation& explanation) {
    ordered_json json = {{"at", explanation.at},
                         {"words", explanation.understood.words},
                         {"safety", nullptr},
                         {"intents", intents_json(explanation.understood.intents)},
                         {"guesses", intents_json(explanation.understood.guesses)},
                         {"winner", to_text(winner_of(explanation.turn))},
                         {"trace", ordered_json::parse(write_trace(explanation.turn.trace))},
                         {"said", ordered_json::array()},
                         {"now_at", position_of(explanation.turn.state)}};
    if (const auto& safety = explanation.understood.safety) {
        json["safety"] = {{"class", safety->safety_class},
                          {"level", nlu::name_of(safety->level)},
                          {"by", nlu::name_of(safety->by)},
                          {"pattern", safety->pattern}};
    }
    for (const dialogs::Reply& reply : explanation.turn.replies) {
        json["said"].push_back({{"line", reply.line}, {"text", reply.text}});
    }
    out << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
}

int explain(const ExplainOptions& options) {
    if (const dialogs::CodeInfo* code = dialogs::find_code(options.text)) {
        std::cout << code->text;
        return 0;
    }
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    const auto state = dialogs::state_at(*bot->script, options.at);
    if (!state) {
        std::cerr << "there is no question " << options.at << "; expected flow.step\n";
        return 2;
    }
    const dialogs::Explanation explanation = explain_text(*bot->script, *state, options.text);
    if (options.json) {
        write_json(std::cout, explanation);
    } else {
        std::cout << to_text(*bot->script, explanation);
    }
    return 0;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* command =
        app.add_subcommand("explain", "Tell in plain words what the bot makes of a message, and why");
    command->add_option("text", options->text, "What the visitor writes; or a code of `attune check`, like E214")->required();
    command->add_option("--at", options->at, "The question that is open; without it the first one")
        ->type_name("FLOW.STEP");
    command->add_option("--bot", options->folder, "The bot's folder; without it the shipped bot")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "For programs");
    command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace attune::bot
