#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/analysis/conversation_test.hpp"

namespace attune::dialogs {

/// One message and what it must be understood as, without any conversation around it.
struct PhraseTest {
    std::string suite;
    Place place;
    std::string user;
    std::optional<std::string> intent;  ///< the surest one, or `none`
    std::optional<std::string> safety;  ///< the class, or `none`
};

/// What is wrong with how it is understood, or nothing. Pure; O(bytes).
std::optional<TestFailure> run(const Script& script, const PhraseTest& test);

}  // namespace attune::dialogs
