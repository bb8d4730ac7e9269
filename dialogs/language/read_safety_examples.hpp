#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/report.hpp"
#include "nlu/safety/classifier.hpp"

namespace attune::dialogs {

/// safety/examples/*.txt, of all languages: what the classifier of the net learns from. A file is named for its class and
/// level, `sui_passive.moderate.txt`, or `benign.txt`; it holds one message a line; an empty line, or one
/// that begins with `#`, is none.
/// @param files   path → content
/// @param benign  more messages without danger
/// @param flows   class → flow: a class that nothing answers is reported
nlu::SafetyClassifier read_safety_examples(const std::map<std::string, std::string>& files,
                                           const std::vector<std::string>& benign,
                                           const std::map<std::string, std::string>& flows, Report& report);

}  // namespace attune::dialogs
