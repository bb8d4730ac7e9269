#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune replay LOG [--session ID] [--bot DIR] [--export FILE]`: runs a stored conversation again and tells
/// where the bot would say something else now. Shows what was said on this terminal only. Exit codes: 0 (all
/// the same); 1 (differences, or the log cannot be read); 3 (the bot does not load).
void add_replay(CLI::App& app, int& exit_code);

}  // namespace attune::bot
