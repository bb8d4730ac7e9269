#pragma once

#include <cstdint>
#include <vector>

namespace attune::nlu {

/// Logistic regression over hashed features, each there or not. Source: AdaGrad (Duchi et al. 2011) with a
/// fixed order of examples, so that training is the same everywhere.
class Logistic {
public:
    struct Example {
        std::vector<std::uint32_t> features;  ///< not empty, below `feature_count`
        bool positive = false;
    };

    /// Both kinds weigh the same, however many there are. O(examples × features).
    static Logistic train(const std::vector<Example>& examples);

    /// 0 to 1; 0.5 when nothing was learned. @param features  not empty.
    double likelihood(const std::vector<std::uint32_t>& features) const;

private:
    std::vector<float> weights_;
    double bias_ = 0;
};

}  // namespace attune::nlu
