#include "bot/cli/cross_validate.hpp"

#include <iterator>
#include <memory>
#include <utility>

#include "bot/meaning/cache.hpp"
#include "bot/meaning/teacher.hpp"
#include "nlu/encoder/bytes.hpp"

namespace attune::bot {

namespace {

constexpr std::size_t folds = 5;

/// Examples that are learned from and those that are asked about.
struct Fold {
    std::vector<nlu::IntentExamples> learned;
    std::vector<LabeledLine> asked;
};

Fold fold(const std::vector<nlu::IntentExamples>& examples, std::size_t number) {
    Fold result;
    for (const nlu::IntentExamples& each : examples) {
        nlu::IntentExamples& rest = result.learned.emplace_back(nlu::IntentExamples{each.intent, {}});
        for (const std::string& line : each.lines) {
            // The upper bits: the lower ones pick the lines for calibration.
            if ((nlu::hash_bytes(line) >> 32U) % folds == number) {
                result.asked.push_back({line, each.intent, {}});
            } else {
                rest.lines.push_back(line);
            }
        }
    }
    return result;
}

/// The vectors of the cache, so that no line is encoded twice.
std::string encoded(const std::vector<nlu::IntentExamples>& examples) {
    return Cache(teacher_options().cache).read(classifier_cache(examples));
}

}  // namespace

Result<nlu::Understander> understander_with(const OpenBot& bot, nlu::Features features) {
    auto classifier = nlu::Classifier::train(bot.script->examples, built_in_encoder(),
                                             encoded(bot.script->examples), features);
    if (!classifier) return tl::unexpected<Error>(std::move(classifier.error()));
    nlu::Understander understander = bot.script->understander;
    understander.classifier = std::make_shared<const nlu::Classifier>(*std::move(classifier));
    return understander;
}

Result<std::vector<Outcome>> cross_validate(const OpenBot& bot, nlu::Features features) {
    std::vector<Outcome> outcomes;
    const std::string known = encoded(bot.script->examples);
    for (std::size_t number = 0; number < folds; ++number) {
        Fold part = fold(bot.script->examples, number);
        auto classifier = nlu::Classifier::train(part.learned, built_in_encoder(), known, features);
        if (!classifier) return tl::unexpected<Error>(std::move(classifier.error()));
        nlu::Understander understander = bot.script->understander;
        understander.classifier = std::make_shared<const nlu::Classifier>(*std::move(classifier));
        for (LabeledLine& line : part.asked) {
            Ranked what = ranked(understander, line.text);
            outcomes.push_back({std::move(line), std::move(what)});
        }
    }
    return outcomes;
}

}  // namespace attune::bot
