#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::nlu {

using Words = std::vector<std::string_view>;

/// `words` without the polite or empty words around an answer ("um, the first one please"); keeps at least
/// one word. Pure; O(words).
Words without_fillers(Words words);

/// True for a word that says nothing about which answer is meant. Not for `one`, which may be the number.
bool is_filler(std::string_view word);

/// `words` without the minor ones (the, a, of, is …). Pure; O(words).
Words without_minor_words(Words words);

/// 1 to 999 in digits, or one to twenty in letters: the number of an option.
std::optional<int> number_of(std::string_view word);

/// The place that an ordinal names, from 1; 0 is the last.
std::optional<int> place_of(std::string_view word);

/// True for the words that stand between several answers: and, plus, also …
bool is_joint(std::string_view word);

/// True when the two differ by one letter added, left out, exchanged or swapped with the next, and are long
/// enough (5 bytes) for that to be a slip. True for equal words. Pure; O(bytes).
bool is_slip_of(std::string_view word, std::string_view other);

/// True when a "not" or the like stands at most three words before `at`: "I do not feel numb" does not say "feel
/// numb". O(1).
bool is_negated(const Words& words, std::size_t at);

/// Where `part` stands in `words` in a row, from `from` on; nothing when it does not, or is empty.
std::optional<std::size_t> find_row(const Words& words, const Words& part, std::size_t from = 0);

}  // namespace attune::nlu
