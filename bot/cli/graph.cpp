#include "bot/cli/graph.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "bot/cli/open_bot.hpp"
#include "bot/cli/write_out.hpp"
#include "dialogs/analysis/graph/graph.hpp"

namespace attune::bot {

namespace {

struct GraphOptions {
    std::string folder;
    std::string flow;
    std::string format = "svg";
    std::string out;
};

std::string written(const dialogs::Graph& graph, const std::string& format) {
    if (format == "dot") return write_dot(graph);
    return format == "mermaid" ? write_mermaid(graph) : write_svg(graph);
}

int graph(const GraphOptions& options) {
    const auto bot = open_bot(options.folder, std::cerr);
    if (!bot) return exit_bot_does_not_load;
    const dialogs::Script& script = *bot->script;
    if (options.flow.empty())
        return write_out(options.out, written(graph_of_flows(script), options.format)) ? 0 : 1;
    const dialogs::Flow* flow = script.flow(options.flow);
    if (flow == nullptr) {
        std::cerr << "there is no flow " << options.flow << "\n";
        return 2;
    }
    return write_out(options.out, written(graph_of_steps(script, *flow), options.format)) ? 0 : 1;
}

}  // namespace

void add_graph(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<GraphOptions>();
    CLI::App* command = app.add_subcommand("graph", "Draw the flows, or the steps of one");
    command->add_option("dir", options->folder, "The bot's folder; without it the shipped bot");
    command->add_option("--flow", options->flow, "Only this flow, step by step")->type_name("ID");
    command->add_option("--format", options->format, "svg, dot or mermaid")
        ->check(CLI::IsMember({"svg", "dot", "mermaid"}));
    command->add_option("--out", options->out, "Write here in place of stdout")->type_name("FILE");
    command->callback([options, &exit_code] { exit_code = graph(*options); });
}

}  // namespace attune::bot
