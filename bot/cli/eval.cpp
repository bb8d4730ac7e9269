#include "bot/cli/eval.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bot/cli/cross_validate.hpp"
#include "bot/cli/eval_report.hpp"
#include "bot/cli/eval_safety.hpp"
#include "bot/cli/open_bot.hpp"

namespace attune::bot {

namespace {

constexpr int exit_bad_file = 2;

struct EvalOptions {
    std::vector<std::string> files;
    std::string folder;
    std::string with = "all";
    bool cross_validate = false;
    std::vector<std::string> safety;
    bool summary = false;
    bool as_written = false;
};

using Outcomes = Result<std::vector<Outcome>>;

const std::map<std::string, nlu::Features> features = {{"all", nlu::Features::all},
                                                       {"encoder", nlu::Features::encoder_only},
                                                       {"ngrams", nlu::Features::ngrams_only}};

/// The bot as it is, or with less to understand by: for comparing.
Result<nlu::Understander> understander(const OpenBot& bot, const EvalOptions& options) {
    nlu::Understander whole = bot.script->understander;
    const auto only = features.find(options.with);
    if (options.with != "all" && only != features.end()) {
        auto taught = understander_with(bot, only->second);
        if (!taught) return taught;
        whole = *std::move(taught);
    }
    if (options.with == "patterns") whole.classifier = nullptr;
    if (options.as_written) whole.speller = {};
    return whole;
}

Outcomes measure(const OpenBot& bot, const EvalOptions& options) {
    if (options.cross_validate) return cross_validate(bot, features.at(options.with));
    const auto chosen = understander(bot, options);
    if (!chosen) return tl::unexpected<Error>(chosen.error());
    std::vector<Outcome> outcomes;
    for (const std::string& file : options.files) {
        auto lines = read_labeled_lines(file);
        if (!lines) return tl::unexpected<Error>(lines.error());
        for (LabeledLine& line : *lines) {
            Ranked what = ranked(*chosen, line.text);
            outcomes.push_back({std::move(line), std::move(what)});
        }
    }
    return outcomes;
}

/// What is wrong with the options; empty when nothing is.
std::string misuse(const EvalOptions& options) {
    const int tasks =
        int{!options.files.empty()} + int{!options.safety.empty()} + int{options.cross_validate};
    if (tasks != 1) return "give files of labeled lines, or --safety, or --cross-validate";
    if (options.cross_validate && options.with == "patterns")
        return "patterns do not learn: nothing to cross-validate";
    return "";
}

int evaluate(const EvalOptions& options) {
    if (const std::string wrong = misuse(options); !wrong.empty()) {
        std::cerr << "attune eval: " << wrong << '\n';
        return exit_bad_file;
    }
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    if (!options.safety.empty()) return eval_safety(*bot->script, options.safety, options.summary);
    const Outcomes outcomes = measure(*bot, options);
    if (!outcomes) {
        std::cerr << "attune eval: " << outcomes.error().message << '\n';
        return exit_bad_file;
    }
    options.summary ? print_summary(*outcomes, std::cout) : print_report(*outcomes, std::cout);
    return 0;
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<EvalOptions>();
    CLI::App* command = app.add_subcommand("eval", "Measure how well messages are understood");
    command->add_option("files", options->files, "Lines of {\"text\", \"label\", \"also\"?}");
    command->add_option("--bot", options->folder, "The bot's folder; without it the shipped bot");
    command->add_flag("--cross-validate", options->cross_validate,
                      "On the bot's own examples, in five parts");
    command
        ->add_option("--safety", options->safety,
                     R"(Lines of {"text","label","level"} to try the safety net on)")
        ->type_name("FILE");
    command->add_flag("--summary", options->summary, "The main numbers only");
    command->add_flag("--as-written", options->as_written, "Without mending slips, for comparing");
    command
        ->add_option("--with", options->with, "What to understand by: all, patterns, encoder or ngrams (all)")
        ->check(CLI::IsMember({"all", "patterns", "encoder", "ngrams"}));
    command->callback([options, &exit_code] { exit_code = evaluate(*options); });
}

}  // namespace attune::bot
