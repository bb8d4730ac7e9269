#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nlu/encoder/bytes.hpp"
#include "nlu/intent/ngrams.hpp"

namespace attune::nlu {

/// A message as numbers: what it means and what stands in it.
struct FeatureVector {
    std::vector<float> dense;  ///< the encoder's; may be empty
    SparseVector sparse;       ///< n-grams
};

/// How a regression learns. The defaults were chosen by cross-validation of the shipped examples.
struct LearningSettings {
    int rounds = 15;
    float rate = 0.5F;       ///< of the first round; falls to nothing with the last
    float dense_scale = 2;   ///< how much the encoder's numbers weigh
    float sparse_scale = 3;  ///< how much the n-grams weigh
    float decay = 1e-5F;     ///< how fast the encoder's weights shrink: against learning by heart
};

/// Multinomial logistic regression: a weight for every feature and class. Immutable once trained.
class Regression {
public:
    Regression() = default;

    /// Learns by stochastic gradient descent in a fixed order, so the same examples give the same weights, bit by bit.
    /// @param classes  of the examples, 0 ≤ class < class_count.
    /// Cost: about 20 µs an example and round, at 120 classes.
    static Regression train(const std::vector<FeatureVector>& examples, const std::vector<int>& classes,
                            std::size_t class_count, std::size_t sparse_count, const LearningSettings& settings);

    /// A number for every class: the larger, the likelier; differences are logarithms of ratios. O(features × classes).
    std::vector<float> scores(const FeatureVector& message) const;

    void write(ByteWriter& out) const;
    static Regression read(ByteReader& in);
    std::size_t class_count() const { return bias_.size(); }

private:
    float dense_scale_ = 1;
    float sparse_scale_ = 1;
    std::size_t stride_ = 0;     // classes, made up to full vector registers
    std::vector<float> dense_;           // feature by feature, a number for each class
    std::vector<std::int8_t> sparse_;    // likewise, in eight bits: there are many
    std::vector<float> sparse_scales_;   // one a feature
    std::vector<float> bias_;
    friend class Learner;
};

}  // namespace attune::nlu
