#include "nlu/intent/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "nlu/encoder/smooth.hpp"

namespace attune::nlu {
namespace {

constexpr double least_likely = 1e-6;
constexpr double golden = 0.6180339887498949;
constexpr int halvings = 30;

/// How surprising the known classes are at this temperature.
double surprise(const Measured& measured, double temperature) {
    double sum = 0;
    for (std::size_t i = 0; i < measured.scores.size(); ++i) {
        const auto likely = probabilities(measured.scores[i], static_cast<float>(temperature));
        const double right = likely[static_cast<std::size_t>(measured.classes[i])];
        sum -= std::log(std::max(right, least_likely));
    }
    return sum;
}

}  // namespace

float temperature_of(const Measured& measured) {
    if (measured.scores.empty()) return 1;
    double low = 0.2;
    double high = 5;
    for (int i = 0; i < halvings; ++i) {
        const double left = high - golden * (high - low);
        const double right = low + golden * (high - low);
        if (surprise(measured, left) < surprise(measured, right)) {
            high = right;
        } else {
            low = left;
        }
    }
    return static_cast<float>((low + high) / 2);
}

std::vector<float> probabilities(std::vector<float> scores, float temperature) {
    for (float& score : scores) score /= temperature;
    softmax(scores.data(), scores.size());
    return scores;
}

}  // namespace attune::nlu
