#pragma once

#include <string>

#include "dialogs/analysis/read_tests.hpp"
#include "tests/unit/dialogs/engine/small_bot.hpp"

namespace attune::dialogs::test {

/// The tests in one file, read for the small bot.
inline ReadTests tests_of(const std::string& yaml) {
    return read_tests({{"tests/t.yaml", yaml}}, *small_bot());
}

}  // namespace attune::dialogs::test
