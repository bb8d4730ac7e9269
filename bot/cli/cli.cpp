#include "bot/cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "bot/cli/channels.hpp"
#include "bot/cli/chat.hpp"
#include "bot/cli/check.hpp"
#include "bot/cli/eval.hpp"
#include "bot/cli/explain.hpp"
#include "bot/cli/graph.hpp"
#include "bot/cli/locale.hpp"
#include "bot/cli/replay.hpp"
#include "bot/cli/review.hpp"
#include "bot/cli/script.hpp"
#include "bot/cli/fmt.hpp"
#include "bot/cli/new.hpp"
#include "bot/cli/serve.hpp"
#include "bot/cli/test.hpp"
#include "bot/cli/understand.hpp"
#include "bot/server/server.hpp"

namespace attune::bot {

namespace {

int parse_and_run(CLI::App& app, int& result, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : exit_code::usage;
    }
    return result;
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
    CLI::App app{"Attune: a conversation server that says only what was written in advance."};
    app.name("attune");
    app.set_version_flag("--version", "attune " ATTUNE_VERSION);
    app.require_subcommand(1);
    int result = 0;

    // One line a command.
    add_serve(app, result);
    add_chat(app, result);
    add_test(app, result);
    add_check(app, result);
    add_explain(app, result);
    add_replay(app, result);
    add_graph(app, result);
    add_script(app, result);
    add_review(app, result);
    add_locale(app, result);
    add_understand(app, result);
    add_eval(app, result);
    add_channels(app, result);
    add_fmt(app, result);
    add_new(app, result);

    try {
        return parse_and_run(app, result, argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "attune: " << error.what() << '\n';
        return 1;
    }
}

}  // namespace attune::bot
