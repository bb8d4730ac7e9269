#pragma once

#include <vector>

#include "dialogs/analysis/read_tests.hpp"

namespace attune::dialogs {

/// Tests whose expectations were brought in line with what the bot does.
struct UpdatedTests {
    BotFiles files;                ///< those that changed, whole
    int values = 0;                ///< expectations that were rewritten
    std::vector<Diagnostic> left;  ///< turns that are still not as expected: someone has to look at them
};

/// Holds every conversation to its end and writes what came in place of each expectation that was not met;
/// all other bytes of the files stay. Not rewritten: `says_some`, a tap on what is not on offer, values that
/// stand over several lines as a text, and expectations for which two channels gave different answers. Pure;
/// O(turns + bytes).
UpdatedTests update_tests(const BotFiles& files, const Script& script,
                          const std::vector<ConversationTest>& tests);

}  // namespace attune::dialogs
