#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/intent/intents.hpp"
#include "nlu/match/options.hpp"
#include "nlu/safety/net.hpp"

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
    std::vector<IntentMatch> intents;  ///< what is meant, the surest first
    std::vector<IntentMatch> next;     ///< what a second question in the message means, behind `intents`; mostly empty
    std::vector<IntentMatch> guesses;  ///< what may be meant, where nothing is sure enough: for "did you mean"
};

/// What a message is read in the light of.
struct Context {
    Question question;  ///< without options where nothing is asked
    const SafetyMemory* safety = nullptr;  ///< what the net remembers of the last messages; nullptr: nothing
};

/// The façade of this folder: text in, understanding out.
struct Understander {
    SafetyNet safety;
    IntentMatcher intents;

    /// Pure; safe from any thread; O(bytes).
    Understanding understand(std::string_view text, const Context& context) const;
};

}  // namespace attune::nlu
