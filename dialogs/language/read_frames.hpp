#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "nlu/safety/frames.hpp"
#include "nlu/safety/spelling.hpp"

namespace attune::dialogs {

/// `level: high` of a signal or a frame; a wrong one is reported and taken for `high`.
nlu::SafetyLevel read_level(const Node* node, Report& report);

/// `frames:` of safety/signals.yaml; none when `node` is nullptr. @param classes  those that a frame may
/// leave. Every example is tried on its own frame.
std::vector<nlu::SafetyFrame> read_frames(const Node* node, const std::vector<std::string>& classes,
                                          const Scope& scope);

/// What slips are mended with, of all languages.
struct SpellingWords {
    std::vector<std::string> words;
    std::map<std::string, std::string> slips;
};

/// `spelling:` of a file of signals, added to what other files have; nothing when `node` is nullptr.
void read_spelling(const Node* node, SpellingWords& spelling, Report& report);

}  // namespace attune::dialogs
