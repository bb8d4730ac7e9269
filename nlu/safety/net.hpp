#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/safety/classifier.hpp"
#include "nlu/safety/detector.hpp"
#include "nlu/safety/memory.hpp"

namespace attune::nlu {

/// The safety net: looks at every message before anything else does. Layers, the most urgent wins:
/// reviewed phrases on the text as it stands, undisguised and with slips mended; likeness to examples; and
/// what the last messages add (danger in pieces: "i want" / "to" / "die"; one weak sign after another).
/// Immutable; safe from any thread.
struct SafetyNet {
    SafetyDetector detector;
    SafetyClassifier classifier;

    /// The most urgent signal in the raw text, read in the light of what came before. O(bytes).
    std::optional<SafetySignal> detect(std::string_view text, const SafetyMemory& memory = {}) const;

    /// One message on. Of what was written only words that the reviewed phrases are made of are kept.
    /// @param words  normalised.
    void remember(SafetyMemory& memory, std::string_view words,
                  const std::optional<SafetySignal>& signal) const;
};

}  // namespace attune::nlu
