#pragma once

#include <tl/expected.hpp>
#include <vector>

#include "dialogs/analysis/conversation_test.hpp"
#include "dialogs/analysis/phrase_test.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

/// All tests of a bot, in order of files and lines. A test that runs on several channels is there once for
/// each.
struct Tests {
    std::vector<ConversationTest> conversations;
    std::vector<PhraseTest> phrases;
};

using ReadTests = tl::expected<Tests, std::vector<Diagnostic>>;

/// Reads the `tests/*.yaml` and `tests/*.csv` of a bot. Every flow, step, slot, value, line, intent and
/// safety class that they name must be in `script`; all errors are reported together. Pure; O(bytes).
ReadTests read_tests(const BotFiles& files, const Script& script);

}  // namespace attune::dialogs
