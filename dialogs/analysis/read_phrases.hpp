#pragma once

#include <string>
#include <vector>

#include "dialogs/analysis/known_names.hpp"
#include "dialogs/analysis/phrase_test.hpp"

namespace attune::dialogs {

/// The rows behind `phrases` in a file of tests: `{user: "…", intent: …}` or `{user: "…", safety: …}`, or
/// both.
std::vector<PhraseTest> read_phrases(const TestScope& scope, const std::string& suite, const Node& list);

/// A table `tests/NAME.csv`: its first row names the columns `user` and `intent` or `safety` or both. The
/// suite is its file's name.
std::vector<PhraseTest> read_phrase_table(const TestScope& scope, const std::string& path,
                                          const std::string& content);

}  // namespace attune::dialogs
