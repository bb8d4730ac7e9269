#pragma once

#include <string>
#include <vector>

#include "nlu/match/pattern_tree.hpp"

namespace attune::nlu {

/// RE2 syntax that finds the pattern in normalised text: every word is `word␠`, with a space before the
/// first.
std::string regex_of(const PatternTree& tree);

/// Words that every match has at least.
int least_words(const std::vector<PatternSequence>& branches);

/// Words of which every match has at least one, stems as `stem*`; the rarest such set that can be told from
/// the pattern alone (longer words are rarer). Empty when there is none: `<number>`.
std::vector<std::string> needed_words(const std::vector<PatternSequence>& branches);

/// Every word that stands in the pattern, stems as `stem*`; sorted, each once.
std::vector<std::string> all_words(const std::vector<PatternSequence>& branches);

/// True when a match may begin (or end) in a gap.
bool begins_with_gap(const std::vector<PatternSequence>& branches);
bool ends_with_gap(const std::vector<PatternSequence>& branches);

}  // namespace attune::nlu
