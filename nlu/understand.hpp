#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/intent/intents.hpp"
#include "nlu/match/options.hpp"
#include "nlu/safety/detector.hpp"

namespace attune::nlu {

/// What is being asked of the visitor just now; short answers are read in its light.
struct Question {
    const OptionMatcher* options = nullptr;
    bool many = false;  ///< takes several answers at once
};

/// Everything that was understood of one message, each with the pattern that says why.
struct Understanding {
    std::string words;  ///< the normalised text: health data, never to be logged
    std::optional<SafetySignal> safety;
    std::vector<Answer> answers;
    std::vector<IntentMatch> intents;
};

/// The façade of this folder: text in, understanding out.
struct Understander {
    SafetyDetector safety;
    IntentMatcher intents;

    /// Pure; safe from any thread; O(bytes).
    Understanding understand(std::string_view text, const Question* question) const;
};

}  // namespace attune::nlu
