#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/safety/signal.hpp"

namespace attune::nlu {

/// Messages that were written to learn one kind of danger from, or (without a class) no danger.
struct SafetyExamples {
    std::string safety_class;  ///< empty: benign
    SafetyLevel level = SafetyLevel::check;
    std::vector<std::string> messages;  ///< as visitors write them
};

/// From how sure on the classifier speaks up. A choice goes with its examples: see tests/safety/README.md.
struct SafetyThresholds {
    double check = 0.80;   ///< a gentle check-in
    double crisis = 0.95;  ///< the level of the class that is most likely
};

/// Sees danger that is told without any of its words ("i wrote the letters already"), by its likeness to
/// examples. Deterministic: the same examples in the same order give the same answers on every machine with
/// IEEE numbers. One multinomial logistic regression over word and character n-grams, with a class for every
/// danger at every level and one for no danger. Immutable after `train`; safe from any thread; cheap to copy.
class SafetyClassifier {
public:
    SafetyClassifier();

    /// Without any dangerous or any benign message the classifier never speaks up. O(examples × epochs).
    static SafetyClassifier train(const std::vector<SafetyExamples>& examples,
                                  SafetyThresholds thresholds = {});

    /// @param words  normalised. A long text is looked at piece by piece, so that one sentence is not lost in
    /// it. O(bytes).
    std::optional<SafetySignal> look(std::string_view words) const;

    /// How likely this is danger, 0 to 1, of the whole text at once.
    double danger(std::string_view words) const;

private:
    struct Model;
    explicit SafetyClassifier(std::shared_ptr<const Model> model);
    std::shared_ptr<const Model> model_;
};

}  // namespace attune::nlu
