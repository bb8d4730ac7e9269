#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/analysis/read_tests.hpp"

namespace attune::bot {

/// What came of one test.
struct TestResult {
    std::string suite;
    std::string name;
    std::optional<dialogs::TestFailure> failure;
};

struct TestRun {
    std::vector<TestResult> results;  ///< in order of files and lines
    std::size_t conversations = 0;
    std::size_t turns = 0;
    std::size_t phrases = 0;
    std::size_t failed = 0;
};

/// Keeps the tests whose title (`suite: name [channel]`; of phrases `suite: the phrase`) holds `filter`; a
/// `*` in it stands for anything. An empty one keeps all.
void keep_only(dialogs::Tests& tests, const std::string& filter);

/// Whether `text` holds something that fits the pattern. Pure; O(text × pattern).
bool holds_pattern(std::string_view text, std::string_view pattern);

/// Whether the whole `text` fits the pattern. Pure; O(text × pattern).
bool fits_pattern(std::string_view text, std::string_view pattern);

/// Runs all, with a line of progress when that takes long.
TestRun run_tests(const dialogs::Script& script, const dialogs::Tests& tests);

}  // namespace attune::bot
