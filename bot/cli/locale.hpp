#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// Adds `attune locale DIR TAG`: what is missing in a language, what is stale, and the notes of what each
/// text was translated from. Writes only inside `DIR/locales/TAG`.
void add_locale(CLI::App& app, int& exit_code);

}  // namespace attune::bot
