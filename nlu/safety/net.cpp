#include "nlu/safety/net.hpp"

#include <algorithm>
#include <utility>

#include "nlu/text/normalise.hpp"

namespace attune::nlu {
namespace {

// Phrases are reviewed and so name the class where both see the same level.
void take(std::optional<SafetySignal>& best, std::optional<SafetySignal> other) {
    if (other && (!best || other->level > best->level)) best = std::move(other);
}

// What phrases and examples make of the words, in all readings.
std::optional<SafetySignal> seen_alone(const SafetyNet& net, std::string_view text, bool wary) {
    std::optional<SafetySignal> best;
    const std::vector<std::string> readings = net.detector.readings(text);
    for (const std::string& words : readings) take(best, net.detector.detect_words(words, wary));
    for (const std::string& words : readings) {
        take(best, net.classifier.look(wary ? words : net.detector.without_frames(words)));
    }
    return best;
}

// Danger in pieces: a phrase that stands neither in this message nor in those before it.
std::optional<SafetySignal> seen_in_pieces(const SafetyNet& net, const SafetyMemory& memory,
                                           std::string_view words, bool wary) {
    const std::optional<std::string> joined = joined_to_tail(memory, words);
    if (!joined) return std::nullopt;
    std::optional<SafetySignal> signal;
    for (const std::string& reading : net.detector.readings(*joined)) {
        take(signal, net.detector.detect_words(reading, wary));
    }
    if (signal) signal->by = SafetySignal::By::context;
    return signal;
}

// A weak sign after another one of its kind is not weak any more.
void add_up(std::optional<SafetySignal>& signal, const SafetyMemory& memory) {
    if (!signal || signal->level != SafetyLevel::check) return;
    const bool again =
        std::any_of(memory.seen.begin(), memory.seen.end(), [&](const SafetyMemory::Seen& seen) {
            return seen.safety_class == signal->safety_class ||
                   (is_suicidal(seen.safety_class) && is_suicidal(signal->safety_class));
        });
    if (!again) return;
    signal->level = SafetyLevel::moderate;
    signal->by = SafetySignal::By::context;
}

}  // namespace

std::optional<SafetySignal> SafetyNet::detect(std::string_view text, const SafetyMemory& memory) const {
    const bool wary = is_wary(memory);
    std::optional<SafetySignal> signal = seen_alone(*this, text, wary);
    take(signal, seen_in_pieces(*this, memory, normalise(text), wary));
    add_up(signal, memory);
    return signal;
}

void SafetyNet::remember(SafetyMemory& memory, std::string_view words,
                         const std::optional<SafetySignal>& signal) const {
    nlu::remember(memory, detector.known_words(words), signal);
}

}  // namespace attune::nlu
