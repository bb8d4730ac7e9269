#include "nlu/safety/detector.hpp"

#include <algorithm>
#include <utility>

#include "nlu/text/disguise.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {

Result<SafetyDetector> SafetyDetector::build(std::vector<SafetyRule> rules, std::vector<SafetyFrame> frames,
                                             SafetySpelling spelling) {
    SafetyDetector detector;
    std::vector<WordPattern> all;
    std::vector<std::string> words;
    for (SafetyRule& rule : rules) {
        for (WordPattern& pattern : rule.patterns) {
            detector.signals_.push_back({rule.safety_class, rule.level, pattern.source, {}});
            words.insert(words.end(), pattern.words.begin(), pattern.words.end());
            all.push_back(std::move(pattern));
        }
    }
    auto patterns = PatternSet::build(std::move(all));
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    auto sound = SafetyFrames::build(std::move(frames));
    if (!sound) return tl::unexpected<Error>(std::move(sound.error()));
    detector.patterns_ = std::move(*patterns);
    detector.frames_ = std::move(*sound);
    detector.spelling_ = std::move(spelling);
    detector.vocabulary_ = Vocabulary(words);
    return detector;
}

std::vector<std::string> SafetyDetector::readings(std::string_view text) const {
    std::vector<std::string> readings{normalise(text)};
    for (std::string& reading : undisguised(text, vocabulary_)) readings.push_back(std::move(reading));
    for (std::size_t i = 0, written = readings.size(); i < written; ++i) {
        std::optional<std::string> mended = spelling_.mended(readings[i]);
        if (mended && std::find(readings.begin(), readings.end(), *mended) == readings.end()) {
            readings.push_back(std::move(*mended));
        }
    }
    return readings;
}

std::optional<SafetySignal> SafetyDetector::detect(std::string_view text) const {
    std::optional<SafetySignal> best;
    for (const std::string& words : readings(text)) {
        std::optional<SafetySignal> seen = detect_words(words);
        if (seen && (!best || seen->level > best->level)) best = std::move(seen);
    }
    return best;
}

std::optional<SafetySignal> SafetyDetector::detect_words(std::string_view words, bool wary) const {
    SafetyFrames::Rest rest = frames_.without(words);
    int best = wary && !rest.left ? most_urgent(words, -1) : most_urgent(rest.words, -1);
    const bool void_frames =
        rest.changed && !rest.left && best >= 0 && is_suicidal(signal(best).safety_class);
    if (void_frames) best = most_urgent(words, best);
    if (best < 0 || (rest.left && rest.left->level > signal(best).level)) return rest.left;
    return signal(best);
}

std::string SafetyDetector::known_words(std::string_view words) const {
    std::string known = " ";
    for (const std::string_view word : split_words(words)) {
        known.append(vocabulary_.has(word) || word.size() == 1 ? word : "_").push_back(' ');
    }
    return known;
}

int SafetyDetector::most_urgent(std::string_view words, int best) const {
    for (const int found : patterns_.match(words)) {
        const bool more = best < 0 || signal(found).level > signal(best).level;
        const bool earlier = best >= 0 && signal(found).level == signal(best).level && found < best;
        if (more || earlier) best = found;
    }
    return best;
}

}  // namespace attune::nlu
