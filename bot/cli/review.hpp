#pragma once

namespace CLI {
class App;
}

namespace attune::bot {

/// `attune review status|list|sign`: which words of a bot were read and signed, in `review.lock`.
/// Exit codes: 0; 1 (status: not all is signed; sign: nothing fits, or the file cannot be written); 2 (wrong
/// options); 3 (the bot or its review.lock does not load).
void add_review(CLI::App& app, int& exit_code);

}  // namespace attune::bot
