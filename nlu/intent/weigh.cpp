#include "nlu/intent/weigh.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace attune::nlu {
namespace {

// All measured by cross-validation on the shipped examples (`attune eval --cross-validate`).
constexpr double sure = 0.45;
constexpr double sure_beside_next = 1.5;  // times as likely as the next
constexpr double worth_a_guess = 0.08;
constexpr double most_unlikely = 0.12;    // nothing likelier than this: rejected
constexpr std::size_t most_guesses = 3;
constexpr double pattern_weight = 1.5;       // of any pattern, and
constexpr double pattern_share_weight = 4;   // of one that covers all words: added to the logarithm
constexpr double unseen = 0.01;  // likelihood of an intent that has patterns and no examples

double share(const IntentMatch& match, int words) {
    return match.whole ? 1 : std::min(1.0, static_cast<double>(match.specificity) / std::max(words, 1));
}

bool is_likelier(const IntentMatch& a, const IntentMatch& b) {
    return a.confidence > b.confidence;
}

IntentMatch by_classifier(const Opinion& opinion) {
    IntentMatch match;
    match.name = opinion.intent;
    match.pattern = opinion.nearest;
    match.by = IntentMatch::By::classifier;
    match.confidence = opinion.confidence;
    return match;
}

void strengthen(IntentMatch& intent, const IntentMatch& pattern, int words) {
    const double before = intent.confidence;
    intent = pattern;
    intent.confidence = before * std::exp(pattern_weight + pattern_share_weight * share(pattern, words));
}

}  // namespace

bool are_specific(const std::vector<IntentMatch>& matches, int words) {
    if (matches.empty()) return false;
    const IntentMatch& best = matches.front();
    return best.whole || (best.specificity >= 2 && share(best, words) >= 0.5);
}

double confidence_of(const IntentMatch& match, int words) {
    if (match.whole) return 0.97;
    return 0.55 + 0.4 * share(match, words);
}

std::vector<IntentMatch> weigh(const std::vector<IntentMatch>& matches, const std::vector<Opinion>& opinions,
                               int words) {
    std::vector<IntentMatch> ranking;
    ranking.reserve(opinions.size() + matches.size());
    for (const Opinion& opinion : opinions) ranking.push_back(by_classifier(opinion));
    for (const IntentMatch& match : matches) {
        auto found = std::find_if(ranking.begin(), ranking.end(),
                                  [&](const IntentMatch& intent) { return intent.name == match.name; });
        if (found == ranking.end()) {
            found = ranking.insert(ranking.end(), match);
            found->confidence = unseen;
        }
        strengthen(*found, match, words);
    }
    double sum = 0;
    for (const IntentMatch& intent : ranking) sum += intent.confidence;
    for (IntentMatch& intent : ranking) intent.confidence /= sum;
    std::stable_sort(ranking.begin(), ranking.end(), is_likelier);
    return ranking;
}

Meaning decide(const std::vector<IntentMatch>& ranking) {
    Meaning meaning;
    if (ranking.empty() || ranking.front().confidence < most_unlikely) return meaning;
    const double next = ranking.size() > 1 ? ranking[1].confidence : 0;
    if (ranking.front().confidence >= sure && ranking.front().confidence >= sure_beside_next * next) {
        meaning.intents.push_back(ranking.front());
        return meaning;
    }
    for (std::size_t i = 0; i < std::min(ranking.size(), most_guesses); ++i) {
        if (ranking[i].confidence >= worth_a_guess) meaning.guesses.push_back(ranking[i]);
    }
    return meaning;
}

}  // namespace attune::nlu
