#pragma once

#include <vector>

#include "nlu/intent/intents.hpp"
#include "nlu/intent/opinion.hpp"

namespace attune::nlu {

/// What a message means, weighed.
struct Meaning {
    std::vector<IntentMatch> intents;  ///< sure enough to act on, the surest first
    std::vector<IntentMatch> guesses;  ///< otherwise: what may be meant, at most three, the likeliest first
};

/// True when the patterns say enough for the classifier not to be asked: the best one covers the message, or half of
/// its words and at least two. `matches` as IntentMatcher gives them.
bool are_specific(const std::vector<IntentMatch>& matches, int words);

/// How often patterns like this one are right, as measured on the shipped examples, which were written without sight of
/// the patterns. O(1).
double confidence_of(const IntentMatch& match, int words);

/// Patterns and classifier together: every intent, the likeliest first, the confidences adding up to 1. An intent that a
/// pattern matched counts the more, the more of the message the pattern covers. Pure; O(intents).
std::vector<IntentMatch> weigh(const std::vector<IntentMatch>& matches, const std::vector<Opinion>& opinions, int words);

/// What to make of a ranking: the first when it is sure enough; guesses when it is not; nothing when all of it is too
/// unlikely. Pure; O(1).
Meaning decide(const std::vector<IntentMatch>& ranking);

}  // namespace attune::nlu
