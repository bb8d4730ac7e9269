#pragma once

#include <tl/expected.hpp>
#include <vector>

#include "dialogs/analysis/conversation_test.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

using ConversationTests = tl::expected<std::vector<ConversationTest>, std::vector<Diagnostic>>;

/// Reads the `tests/*.yaml` of a bot. Every flow, step, slot, value, line and safety class that they name must be
/// in `script`; all errors are reported together. In order of files and lines. Pure; O(bytes).
ConversationTests read_conversation_tests(const BotFiles& files, const Script& script);

}  // namespace attune::dialogs
