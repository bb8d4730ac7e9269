#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/encoder.hpp"
#include "nlu/intent/examples.hpp"
#include "nlu/intent/opinion.hpp"
#include "nlu/result.hpp"

namespace attune::nlu {

/// What the classifier is given, for comparing; the default is the best.
enum class Features { all, encoder_only, ngrams_only };

/// Tells intents by their likeness to examples: in meaning (the encoder) and in words (n-grams). Immutable; safe from
/// any thread; cheap to copy.
class Classifier {
public:
    /// Learns from examples; the same ones give the same classifier, bit by bit. How sure it may be (calibration) it
    /// learns on one line in eight (`is_for_calibration`), by a first classifier that has not seen those.
    /// @param earlier  what `write` gave for an earlier version of the examples: lines that stayed need not be encoded
    ///                 again. What cannot be read is not used.
    /// Errors: `invalid_input` (fewer than two intents have examples).
    /// Cost: about 1 ms a line for the encoder and 0.5 ms for learning.
    static Result<Classifier> train(const std::vector<IntentExamples>& examples, const Encoder& encoder,
                                    std::string_view earlier = {}, Features features = Features::all);

    /// All intents, the likeliest first; the confidences add up to 1. The first three come with their nearest example.
    /// @param text   as it was written.
    /// @param words  the same, normalised.
    std::vector<Opinion> rank(std::string_view text, std::string_view words) const;

    /// What is kept in a cache, but for the encoder.
    std::string write() const;
    /// Reads what `write` wrote. Errors: `invalid_input` (damaged, or of other examples or another encoder than given).
    /// Cost: some ten milliseconds for 8,000 lines.
    static Result<Classifier> read(std::string_view bytes, const std::vector<IntentExamples>& examples,
                                   const Encoder& encoder);

private:
    struct Impl;
    explicit Classifier(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
    std::shared_ptr<const Impl> impl_;
};

/// True for one line in eight, always the same ones. Our encoder's weights were tuned without them, too, so that
/// what is measured on them is honest. Pure.
bool is_for_calibration(std::string_view line);

/// Names a classifier before it is there: other examples, another encoder or other ways of learning give another name.
std::uint64_t name_of_classifier(const std::vector<IntentExamples>& examples, const Encoder& encoder,
                                 Features features = Features::all);

}  // namespace attune::nlu
