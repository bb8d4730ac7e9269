#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/intent/classifier.hpp"
#include "nlu/intent/intents.hpp"
#include "nlu/intent/weigh.hpp"
#include "nlu/match/options.hpp"
#include "nlu/safety/net.hpp"
#include "nlu/text/speller.hpp"

namespace attune::nlu {

/// What is being asked of the visitor just now; short answers are read in its light.
struct Question {
    const OptionMatcher* options = nullptr;
    bool many = false;  ///< takes several answers at once
};

/// Everything that was understood of one message, each with the pattern that says why.
struct Understanding {
    std::string words;  ///< the normalised text: health data, never to be logged
    std::vector<Repair> repairs;  ///< words that were taken for others, but where danger is looked for
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
    Speller speller;
    IntentMatcher intents;
    std::shared_ptr<const Classifier> classifier;  ///< nullptr: patterns alone decide

    /// Patterns decide where they are specific, as `are_specific` has it; for the rest the classifier is asked, too.
    /// A message of several parts ("how long does it take? and what does it cost") may mean several intents.
    /// Pure; safe from any thread. Cost: O(bytes) and some ten microseconds where patterns decide, else a few
    /// milliseconds.
    Understanding understand(std::string_view text, const Context& context) const;

    /// Every intent with how likely it is meant, the likeliest first; without a classifier those that a pattern matched.
    /// Pure; cost as `understand`. For measuring.
    std::vector<IntentMatch> rank(std::string_view text) const;

private:
    std::vector<Answer> answers_in(std::string_view text, const Question& question) const;
    std::vector<IntentMatch> rank(std::string_view text, std::string_view words,
                                  std::vector<IntentMatch> matches) const;
    Meaning meaning_of(std::string_view text, std::string_view words) const;
    void read_in_parts(std::string_view text, Understanding& understood) const;
};

}  // namespace attune::nlu
