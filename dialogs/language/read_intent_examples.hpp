#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/language/report.hpp"
#include "nlu/intent/examples.hpp"

namespace attune::dialogs {

/// nlu/examples/*.txt: what visitors write, for the classifier. A file is named for its intent and holds one message a
/// line; an empty line, or one that begins with `#`, is none. An intent that no file in nlu/ declares is declared by
/// its examples alone, unless its name is one slip away from a declared one.
/// @param files  file name without `.txt` → content
/// @param names  the intents of nlu/*.yaml; gets the new ones
/// Reported: a name that is no id, or a likely slip; a message over 1,000 bytes, not in UTF-8, or there twice.
std::vector<nlu::IntentExamples> read_intent_examples(const std::map<std::string, std::string>& files, Names& names,
                                                      Report& report);

}  // namespace attune::dialogs
