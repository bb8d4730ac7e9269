#pragma once

#include <vector>

#include "dialogs/language/names.hpp"
#include "nlu/match/word_pattern.hpp"

namespace attune::dialogs {

/// A list of word patterns, compiled; those that do not compile are reported. None when `node` is nullptr.
std::vector<nlu::WordPattern> read_patterns(const Node* node, std::string_view what, const Names& names,
                                            Report& report);

/// Word lists (`lists:` of a file), each name once in the bot. Phrases that do not compile are reported.
void read_word_lists(const Node* node, Names& names, Report& report);

}  // namespace attune::dialogs
