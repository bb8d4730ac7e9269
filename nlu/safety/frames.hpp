#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/word_pattern.hpp"
#include "nlu/result.hpp"
#include "nlu/safety/signal.hpp"

namespace attune::nlu {

/// Exact phrases that sound like danger and are none ("this traffic is killing me"), or that take danger back
/// ("i am not suicidal"). What such a phrase covers counts for nothing; what stands around it still counts.
struct SafetyFrame {
    std::vector<WordPattern> patterns;
    std::optional<SafetySignal> leaves;  ///< seen instead of what the phrase covers; a denial leaves a check
};

/// Finds frames. Immutable after `build`; safe from any thread; cheap to copy.
class SafetyFrames {
public:
    SafetyFrames();
    /// Errors: `invalid_input` (RE2 refuses a pattern).
    static Result<SafetyFrames> build(std::vector<SafetyFrame> frames);

    /// Normalised text with every phrase of a frame, in declared order, made `_`.
    struct Rest {
        std::string words;
        bool changed = false;
        std::optional<SafetySignal> left;  ///< the most urgent that the phrases leave behind
    };
    Rest without(std::string_view words) const;

private:
    struct Impl;
    explicit SafetyFrames(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

}  // namespace attune::nlu
