#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune understand [DIR]`: reads messages from stdin, a line each, as text or as JSON with a `text`, and writes what
/// was understood of each as a line of JSON:
/// `{"text", "intents": [{"name", "confidence", "by", "sure", "pattern"}], "safety": {"class", "level"}, "entities": []}`
/// Intents come likeliest first, the accepted ones with `sure` true, at least five where there is a classifier. Every
/// line is flushed. Exit codes: 0; 3 (the bot does not load).
void add_understand(CLI::App& app, int& exit_code);

}  // namespace attune::bot
