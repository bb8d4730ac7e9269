#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/text/vocabulary.hpp"

namespace attune::nlu {

/// The text as it may have been meant, in normalised form: look-alike letters made Latin, spaced-out letters
/// and words broken by punctuation joined, digits and signs read as letters, repeats undone, wherever that
/// gives a word of `vocabulary`. At most three readings, all of them unlike `normalise(text)`; none for plain
/// text. Looks at the whole text up to `max_text_bytes`. Pure; safe from any thread; O(bytes × longest word).
std::vector<std::string> undisguised(std::string_view text, const Vocabulary& vocabulary);

}  // namespace attune::nlu
