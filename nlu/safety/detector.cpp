#include "nlu/safety/detector.hpp"

#include <utility>

#include "nlu/text/disguise.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::nlu {

std::string_view name_of(SafetyLevel level) {
    switch (level) {
        case SafetyLevel::check:
            return "check";
        case SafetyLevel::moderate:
            return "moderate";
        case SafetyLevel::high:
            return "high";
        case SafetyLevel::imminent:
            return "imminent";
    }
    return "imminent";
}

Result<SafetyDetector> SafetyDetector::build(std::vector<SafetyRule> rules) {
    SafetyDetector detector;
    std::vector<WordPattern> all;
    std::vector<std::string> words;
    for (SafetyRule& rule : rules) {
        for (WordPattern& pattern : rule.patterns) {
            detector.signal_of_pattern_.push_back(
                SafetySignal{rule.safety_class, rule.level, pattern.source});
            words.insert(words.end(), pattern.words.begin(), pattern.words.end());
            all.push_back(std::move(pattern));
        }
    }
    auto patterns = PatternSet::build(std::move(all));
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    detector.patterns_ = std::move(*patterns);
    detector.vocabulary_ = Vocabulary(words);
    return detector;
}

std::optional<SafetySignal> SafetyDetector::detect(std::string_view text) const {
    int best = most_urgent(normalise(text), -1);
    for (const std::string& reading : undisguised(text, vocabulary_)) best = most_urgent(reading, best);
    if (best < 0) return std::nullopt;
    return signal_of_pattern_[static_cast<std::size_t>(best)];
}

int SafetyDetector::most_urgent(std::string_view words, int best) const {
    const auto level = [this](int i) { return signal_of_pattern_[static_cast<std::size_t>(i)].level; };
    for (const int found : patterns_.match(words)) {
        const bool more = best < 0 || level(found) > level(best);
        const bool earlier = best >= 0 && level(found) == level(best) && found < best;
        if (more || earlier) best = found;
    }
    return best;
}

}  // namespace attune::nlu
