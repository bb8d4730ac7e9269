#pragma once

#include <vector>

namespace attune::nlu {

/// Scores of messages whose class is known, for learning how sure one may be.
struct Measured {
    std::vector<std::vector<float>> scores;
    std::vector<int> classes;
};

/// The temperature by which scores have to be divided so that the probabilities are right on average: the one under
/// which the known classes are likeliest. 1 where nothing was measured. Pure; O(messages × classes).
/// Source: Guo et al., "On Calibration of Modern Neural Networks" (2017); golden-section search.
float temperature_of(const Measured& measured);

/// Probabilities that add up to 1. Pure; O(classes).
std::vector<float> probabilities(std::vector<float> scores, float temperature);

}  // namespace attune::nlu
