#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune explain "text" [--at flow.step] [--bot DIR]`: what the bot makes of a message, in plain words: the
/// words as they are looked at, what the safety net saw, each reading with why it lost, what came of it.
/// `attune explain E214`: what a code of `attune check` means and how to mend it. Written to the terminal only. Exit codes: 0; 2 (no such step); 3 (the bot does not load).
void add_explain(CLI::App& app, int& exit_code);

}  // namespace attune::bot
