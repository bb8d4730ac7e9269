#pragma once

#include <functional>
#include <vector>

#include "dialogs/analysis/mutate/mutant.hpp"
#include "dialogs/analysis/read_tests.hpp"

namespace attune::dialogs {

/// How many faults the tests of a bot notice.
struct MutationScore {
    std::size_t tried = 0;
    std::size_t noticed = 0;
    std::vector<Mutant> missed;  ///< in the order of `mutants_of`

    /// Noticed of a hundred that were tried; 100 when there were none.
    double percent() const;
};

/// Runs the tests on every mutant until one of them fails. The tests must pass on the bot itself.
/// @param go_on  told (done, all) before each; false stops, and what was not tried does not count. May be
/// empty. Pure; O(mutants × tests that come by), worst case all tests.
MutationScore try_mutants(const Script& script, const std::vector<ConversationTest>& tests,
                          const std::function<bool(std::size_t, std::size_t)>& go_on);

}  // namespace attune::dialogs
