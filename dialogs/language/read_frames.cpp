#include "dialogs/language/read_frames.hpp"

#include <map>
#include <utility>

#include "dialogs/language/nearest.hpp"
#include "dialogs/language/read_nlu.hpp"
#include "dialogs/language/read_patterns.hpp"
#include "dialogs/language/reader.hpp"
#include "nlu/text/normalise.hpp"

namespace attune::dialogs {

namespace {

void check_frame(const nlu::SafetyFrame& frame, const Examples& examples, const Place& place,
                 Report& report) {
    const auto alone = nlu::SafetyFrames::build({frame});
    if (!alone) return report.add("bad-pattern", place, alone.error().message);
    const auto fits = [&](const Node* text) { return alone->without(nlu::normalise(text->text)).changed; };
    for (const Node* text : examples.match) {
        if (!fits(text)) {
            report.add("should-match", text->place, quoted(text->text) + " does not fit this frame; it must");
        }
    }
    for (const Node* text : examples.no_match) {
        if (fits(text)) {
            report.add("should-not-match", text->place,
                       quoted(text->text) + " fits this frame, which it must not");
        }
    }
}

void read_frame(const Node& node, const std::vector<std::string>& classes, const Scope& scope,
                std::vector<nlu::SafetyFrame>& frames) {
    Report& report = scope.report;
    const Fields fields(node, "a frame", {"patterns", "class", "level", "should_match", "should_not_match"},
                        report);
    nlu::SafetyFrame frame;
    const std::size_t before = report.size();
    frame.patterns = read_patterns(fields.need("patterns"), "patterns", scope.names, report);
    if (fields.find("class") != nullptr || fields.find("level") != nullptr) {
        nlu::SafetySignal left;
        left.safety_class =
            read_one_of(fields.need("class"), "unknown-class", "safety class", classes, report);
        left.level = read_level(fields.need("level"), report);
        frame.leaves = std::move(left);
    }
    const Examples examples = read_examples(fields, "", report);
    if (report.size() != before) return;
    check_frame(frame, examples, fields.place(), report);
    frames.push_back(std::move(frame));
}

}  // namespace

nlu::SafetyLevel read_level(const Node* node, Report& report) {
    const std::vector<std::string> names = {"imminent", "high", "moderate", "check"};
    const std::string written = read_one_of(node, "unknown-level", "level", names, report);
    return nlu::level_of(written).value_or(nlu::SafetyLevel::high);
}

std::vector<nlu::SafetyFrame> read_frames(const Node* node, const std::vector<std::string>& classes,
                                          const Scope& scope) {
    std::vector<nlu::SafetyFrame> frames;
    for (const Node* frame : read_list(node, "frames", scope.report))
        read_frame(*frame, classes, scope, frames);
    return frames;
}

void read_spelling(const Node* node, SpellingWords& spelling, Report& report) {
    if (node == nullptr) return;
    auto& [words, slips] = spelling;
    const Fields fields(*node, "spelling", {"words", "slips"}, report);
    for (const Node* item : read_list(fields.need("words"), "words", report)) {
        words.push_back(read_text(item, "a word", report));
        if (words.back().size() < nlu::SafetySpelling::shortest) {
            report.add("bad-value", item->place,
                       quoted(words.back()) + " is too short to be mended; expected six letters or more",
                       "write its slips out under 'slips'");
        }
    }
    const Node* pairs = fields.need("slips");
    if (pairs != nullptr && is_map(*pairs, "slips", report)) {
        for (const Entry& slip : pairs->entries) slips[slip.key] = read_text(&slip.value, "a word", report);
    }
}

}  // namespace attune::dialogs
