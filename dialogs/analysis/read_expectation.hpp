#pragma once

#include "dialogs/analysis/conversation_test.hpp"
#include "dialogs/analysis/known_names.hpp"

namespace attune::dialogs {

/// Reads the map behind `expect`. What is wrong is reported.
Expectation read_expectation(const TestScope& scope, const Node& node);

}  // namespace attune::dialogs
