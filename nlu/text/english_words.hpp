#pragma once

#include <string_view>

namespace attune::nlu {

/// The words of English, one a line, in the order of their bytes; built into the program. Source and licence:
/// nlu/text/words/LICENSE.
std::string_view english_words();

/// True when `word` is a line of `list`, which is sorted as `english_words` is. Pure; O(log bytes).
bool is_line_of(std::string_view list, std::string_view word);

}  // namespace attune::nlu
