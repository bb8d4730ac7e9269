#include "nlu/safety/classifier.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "nlu/safety/features.hpp"
#include "nlu/safety/logistic.hpp"
#include "nlu/safety/naive_bayes.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

constexpr std::size_t whole_words = 28;  // up to so many words a message is looked at as it is
constexpr std::size_t fewest_words = 5;  // less says too little; reviewed phrases look after it
constexpr std::size_t piece_words = 18;
constexpr std::size_t piece_step = 9;

// Words, without those that a frame covered.
std::size_t count_of(std::string_view words) {
    const std::vector<std::string_view> each = split_words(words);
    return each.size() - static_cast<std::size_t>(std::count(each.begin(), each.end(), "_"));
}

std::vector<std::string> pieces_of(std::string_view words) {
    const std::vector<std::string_view> each = split_words(words);
    if (each.size() <= whole_words) return {std::string(words)};
    std::vector<std::string> pieces;
    for (std::size_t from = 0; from < each.size(); from += piece_step) {
        const std::size_t to = std::min(from + piece_words, each.size());
        pieces.push_back(join_words({each.begin() + static_cast<std::ptrdiff_t>(from),
                                     each.begin() + static_cast<std::ptrdiff_t>(to)}));
        if (to == each.size()) break;
    }
    return pieces;
}

}  // namespace

struct SafetyClassifier::Model {
    Logistic danger;
    NaiveBayes kinds;
    std::vector<SafetySignal> signals;  // of the kinds
    SafetyThresholds thresholds;
    bool trained = false;
};

SafetyClassifier::SafetyClassifier() : SafetyClassifier(std::make_shared<const Model>()) {}

SafetyClassifier::SafetyClassifier(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

SafetyClassifier SafetyClassifier::train(const std::vector<SafetyExamples>& examples,
                                         SafetyThresholds thresholds) {
    auto model = std::make_shared<Model>();
    model->thresholds = thresholds;
    std::vector<Logistic::Example> all;
    std::size_t dangers = 0;
    for (const SafetyExamples& group : examples) {
        const bool danger = !group.safety_class.empty();
        for (const std::string& message : group.messages) {
            std::vector<std::uint32_t> features = safety_features(normalise(message));
            if (features.empty()) continue;
            if (danger) model->kinds.add(model->signals.size(), features);
            all.push_back({std::move(features), danger});
            if (danger) ++dangers;
        }
        if (!danger) continue;
        model->signals.push_back({group.safety_class, group.level,
                                  group.safety_class + "." + std::string(name_of(group.level)),
                                  SafetySignal::By::classifier});
    }
    model->trained = dangers > 0 && dangers < all.size();
    if (model->trained) model->danger = Logistic::train(all);
    return SafetyClassifier(std::move(model));
}

double SafetyClassifier::danger(std::string_view words) const {
    if (!model_->trained) return 0;
    const std::vector<std::uint32_t> features = safety_features(words);
    return features.empty() ? 0 : model_->danger.likelihood(features);
}

std::optional<SafetySignal> SafetyClassifier::look(std::string_view words) const {
    if (!model_->trained || count_of(words) < fewest_words) return std::nullopt;
    std::optional<SafetySignal> best;
    for (const std::string& piece : pieces_of(words)) {
        const std::vector<std::uint32_t> features = safety_features(piece);
        if (features.empty()) continue;
        const double danger = model_->danger.likelihood(features);
        if (danger < model_->thresholds.check) continue;
        SafetySignal signal = model_->signals[model_->kinds.best(features)];
        if (danger < model_->thresholds.crisis) signal.level = SafetyLevel::check;
        if (!best || signal.level > best->level) best = std::move(signal);
    }
    return best;
}

}  // namespace attune::nlu
