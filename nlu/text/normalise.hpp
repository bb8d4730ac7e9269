#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::nlu {

/// Longest text that is looked at; anything behind it is cut at a code point boundary.
inline constexpr std::size_t max_text_bytes = 16 * 1024;

/// Brings a visitor's text to the form that word patterns are matched against: NFKC, case folded,
/// zero-width characters dropped, quotes straightened, contractions written out ("i'm" and "im" become
/// "i am", "don't" and "dont" become "do not"), other punctuation dropped, and exactly one space around
/// every word: `" i want to die "`. Text without a word gives `" "`. So a word is found as `" word "` and
/// no word boundary operator is ever needed (RE2's knows ASCII only).
///
/// Ill-formed UTF-8 is replaced by U+FFFD, which then falls away with the punctuation.
/// Pure; safe from any thread; O(bytes). Idempotent: normalising twice changes nothing.
/// Source: Unicode 15, section 3.13 (default case folding) and UAX #15 (NFKC), as ICU carries them out.
std::string normalise(std::string_view text);

/// As `normalise`, but nothing is written out: `don't` becomes `dont`. For the beginning of a word ("can*").
std::string normalise_stem(std::string_view text);

}  // namespace attune::nlu
