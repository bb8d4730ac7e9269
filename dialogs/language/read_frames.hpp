#pragma once

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

/// `spelling:` of safety/signals.yaml; mends nothing when `node` is nullptr.
nlu::SafetySpelling read_spelling(const Node* node, Report& report);

}  // namespace attune::dialogs
