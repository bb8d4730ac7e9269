#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::nlu {

/// Writes a word out behind `words`, a space after each: `don't` and `dont` as `do not `, `mum's` as `mums `.
/// What is written stays as it is when written out again. Pure; O(bytes).
///
/// @param word  folded; its only apostrophes are straight ones inside.
void append_written_out(std::string& words, std::string_view word);

/// Every word that is written out though it has no apostrophe ("dont"), sorted.
std::vector<std::string_view> bare_contractions();

}  // namespace attune::nlu
