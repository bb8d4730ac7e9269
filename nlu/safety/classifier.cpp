#include "nlu/safety/classifier.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "nlu/intent/ngrams.hpp"
#include "nlu/intent/regression.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

constexpr std::size_t whole_words = 28;  // up to so many words a message is looked at as it is
constexpr std::size_t fewest_words = 5;  // less says too little; reviewed phrases look after it
constexpr std::size_t piece_words = 18;
constexpr std::size_t piece_step = 9;
constexpr double imminent_share = 0.6;  // of the way from a check-in to a crisis response
constexpr int rounds = 6;  // of learning: a bot learns at every start, and more rounds hardly tell more

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

/// How likely a text is any danger, and the likeliest of all.
struct Likeness {
    double danger = 0;
    std::size_t kind = 0;
};

}  // namespace

struct SafetyClassifier::Model {
    Ngrams ngrams;
    Regression kinds;                   // no danger first, then `signals` in their order
    std::vector<SafetySignal> signals;  // of the kinds
    std::set<std::string> known;        // examples without danger, word for word
    SafetyThresholds thresholds;
    bool trained = false;

    Likeness weigh(std::string_view words) const;
    double crisis_from(SafetyLevel level) const;
};

SafetyClassifier::SafetyClassifier() : SafetyClassifier(std::make_shared<const Model>()) {}

SafetyClassifier::SafetyClassifier(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

SafetyClassifier SafetyClassifier::train(const std::vector<SafetyExamples>& examples,
                                         SafetyThresholds thresholds) {
    auto model = std::make_shared<Model>();
    model->thresholds = thresholds;
    std::vector<std::string> texts;
    std::vector<int> kinds;
    for (const SafetyExamples& group : examples) {
        const bool danger = !group.safety_class.empty();
        if (danger) {
            model->signals.push_back({group.safety_class, group.level,
                                      group.safety_class + "." + std::string(name_of(group.level)),
                                      SafetySignal::By::classifier});
        }
        for (const std::string& message : group.messages) {
            texts.push_back(normalise(message));
            if (!danger) model->known.insert(texts.back());
            kinds.push_back(danger ? static_cast<int>(model->signals.size()) : 0);
        }
    }
    const auto benign = std::count(kinds.begin(), kinds.end(), 0);
    model->trained = benign > 0 && static_cast<std::size_t>(benign) < kinds.size();
    if (!model->trained) return SafetyClassifier(std::move(model));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (kinds[i] != 0) model->known.erase(texts[i]);
    }
    model->ngrams = Ngrams(texts);
    std::vector<FeatureVector> features;
    for (const std::string& text : texts) features.push_back({{}, model->ngrams.of(text)});
    LearningSettings settings;
    settings.rounds = rounds;
    model->kinds =
        Regression::train(features, kinds, model->signals.size() + 1, model->ngrams.size(), settings);
    return SafetyClassifier(std::move(model));
}

Likeness SafetyClassifier::Model::weigh(std::string_view words) const {
    const FeatureVector features{{}, ngrams.of(words)};
    if (features.sparse.empty()) return {};
    const std::vector<float> scores = kinds.scores(features);
    const double most = *std::max_element(scores.begin(), scores.end());
    double all = 0;
    for (const float score : scores) all += std::exp(double{score} - most);
    const auto likeliest = std::max_element(scores.begin() + 1, scores.end());
    return {1 - std::exp(double{scores.front()} - most) / all,
            static_cast<std::size_t>(likeliest - scores.begin()) - 1};
}

// Danger now may not wait for as much certainty.
double SafetyClassifier::Model::crisis_from(SafetyLevel level) const {
    if (level != SafetyLevel::imminent) return thresholds.crisis;
    return thresholds.check + imminent_share * (thresholds.crisis - thresholds.check);
}

double SafetyClassifier::danger(std::string_view words) const {
    return model_->trained ? model_->weigh(words).danger : 0;
}

std::optional<SafetySignal> SafetyClassifier::look(std::string_view words) const {
    if (!model_->trained || count_of(words) < fewest_words) return std::nullopt;
    if (model_->known.count(std::string(words)) > 0) return std::nullopt;
    std::optional<SafetySignal> best;
    for (const std::string& piece : pieces_of(words)) {
        const Likeness like = model_->weigh(piece);
        if (like.danger < model_->thresholds.check) continue;
        SafetySignal signal = model_->signals[like.kind];
        if (like.danger < model_->crisis_from(signal.level)) signal.level = SafetyLevel::check;
        if (!best || signal.level > best->level) best = std::move(signal);
    }
    return best;
}

}  // namespace attune::nlu
