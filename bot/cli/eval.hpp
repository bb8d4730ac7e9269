#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune eval FILE.jsonl… [--bot DIR]`: measures understanding on lines of `{"text", "label", "also"?}` and prints
/// accuracy, top-3, macro F1, precision and recall of each intent, what is taken for what, rejection and calibration.
/// `attune eval --safety FILE…`: the same for the safety net. `--summary`: the main numbers only.
/// `attune eval --cross-validate`: the same on the bot's own examples, each fifth of them by a classifier that learned
/// from the others. Exit codes: 0; 2 (a file cannot be read or is malformed); 3 (the bot does not load).
void add_eval(CLI::App& app, int& exit_code);

}  // namespace attune::bot
