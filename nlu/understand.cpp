#include "nlu/understand.hpp"

#include <algorithm>
#include <utility>

#include "nlu/intent/weigh.hpp"
#include "nlu/text/corrected.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/parts.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

constexpr int fewest_words_of_a_part = 2;
constexpr double sure_of_a_part = 0.6;

int word_count(std::string_view words) {
    return static_cast<int>(std::count(words.begin(), words.end(), ' ')) - 1;
}

void set_confidence(std::vector<IntentMatch>& matches, int words) {
    for (IntentMatch& match : matches) match.confidence = confidence_of(match, words);
}

// A reviewed phrase that is the whole message says more than its likeness to examples of danger. A likeness that is sure
// enough for a crisis response stands.
bool is_explained(const std::optional<SafetySignal>& signal, const std::vector<IntentMatch>& intents) {
    return signal && signal->by == SafetySignal::By::classifier && signal->level == SafetyLevel::check &&
           !intents.empty() && intents.front().by == IntentMatch::By::pattern && intents.front().whole;
}

}  // namespace

// Danger is looked for in what was written, whatever it is taken for.
Understanding Understander::understand(std::string_view text, const Context& context) const {
    Understanding understood;
    understood.words = normalise(text);
    understood.safety = safety.detect(text, context.safety == nullptr ? SafetyMemory{} : *context.safety);
    Mended mended = speller.mended(cut(text, max_text_bytes), safety.detector.vocabulary());
    understood.repairs = std::move(mended.repairs);
    understood.answers = answers_in(text, context.question);
    if (understood.answers.empty() && !understood.repairs.empty()) {
        understood.answers = answers_in(mended.text, context.question);
    }
    Meaning meaning = meaning_of(mended.text, normalise(mended.text));
    understood.intents = std::move(meaning.intents);
    understood.guesses = std::move(meaning.guesses);
    const bool as_written = understood.repairs.empty();
    if (as_written && is_explained(understood.safety, understood.intents)) understood.safety.reset();
    read_in_parts(mended.text, understood);
    return understood;
}

std::vector<Answer> Understander::answers_in(std::string_view text, const Question& question) const {
    if (question.options == nullptr) return {};
    const std::string meant = normalise(corrected(text));
    return question.many ? question.options->match_many(meant) : question.options->match_one(meant);
}

Meaning Understander::meaning_of(std::string_view text, std::string_view words) const {
    std::vector<IntentMatch> matches = intents.match(normalise(without_taken_back(text)));
    const int count = word_count(words);
    if (classifier != nullptr && count > 0 && !are_specific(matches, count)) {
        return decide(rank(text, words, std::move(matches)));
    }
    set_confidence(matches, count);
    return {std::move(matches), {}};
}

// A part counts only where it is clear by itself: half a sentence is easily misunderstood.
void Understander::read_in_parts(std::string_view text, Understanding& understood) const {
    const std::vector<std::string_view> parts = parts_of(text);
    if (parts.size() < 2) return;
    std::vector<std::vector<IntentMatch>> found;
    for (const std::string_view part : parts) {
        const std::string words = normalise(part);
        if (word_count(words) < fewest_words_of_a_part) continue;
        Meaning meaning = meaning_of(part, words);
        const bool is_clear =
            !meaning.intents.empty() && meaning.intents.front().confidence >= sure_of_a_part;
        if (is_clear) found.push_back(std::move(meaning.intents));
    }
    if (found.size() < 2 || found[0].front().name == found[1].front().name) return;
    understood.intents = std::move(found[0]);
    understood.next = std::move(found[1]);
    understood.guesses.clear();
}

std::vector<IntentMatch> Understander::rank(std::string_view text) const {
    const std::string meant = speller.mended(text, safety.detector.vocabulary()).text;
    return rank(meant, normalise(meant), intents.match(normalise(without_taken_back(meant))));
}

std::vector<IntentMatch> Understander::rank(std::string_view text, std::string_view words,
                                            std::vector<IntentMatch> matches) const {
    const int count = word_count(words);
    if (classifier == nullptr || count < 1) {
        set_confidence(matches, count);
        return matches;
    }
    return weigh(matches, classifier->rank(text, words), count);
}

}  // namespace attune::nlu
