#include "nlu/safety/logistic.hpp"

#include <cmath>
#include <utility>

#include "nlu/safety/features.hpp"

namespace attune::nlu {
namespace {

constexpr int epochs = 14;
constexpr double rate = 0.35;
constexpr double decay = 2e-6;  // pulls weights towards 0

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

// Long and short texts count the same.
double scale_of(const std::vector<std::uint32_t>& features) {
    return 1 / std::sqrt(static_cast<double>(features.size()));
}

// Goes through all of them once, in an order that mixes the groups: a step that shares no divisor with
// `count`.
std::size_t mixing_step(std::size_t count) {
    std::size_t step = count * 5 / 8 + 1;
    const auto divisor = [](std::size_t a, std::size_t b) {
        while (b != 0) a = std::exchange(b, a % b);
        return a;
    };
    while (divisor(step, count) != 1) ++step;
    return step;
}

}  // namespace

Logistic Logistic::train(const std::vector<Example>& examples) {
    Logistic model;
    model.weights_.assign(feature_count, 0);
    std::vector<float> squares(feature_count, 1e-4F);
    double bias_square = 1e-4;
    std::size_t positives = 0;
    for (const Example& example : examples) positives += example.positive ? 1 : 0;
    const double count = static_cast<double>(examples.size());
    const double positive_weight = count / (2 * static_cast<double>(positives));
    const double negative_weight = count / (2 * (count - static_cast<double>(positives)));
    const std::size_t step = mixing_step(examples.size());
    for (int epoch = 0; epoch < epochs; ++epoch) {
        std::size_t at = static_cast<std::size_t>(epoch) % examples.size();
        for (std::size_t i = 0; i < examples.size(); ++i, at = (at + step) % examples.size()) {
            const Example& example = examples[at];
            const double wanted = example.positive ? 1 : 0;
            const double weight = example.positive ? positive_weight : negative_weight;
            const double error = weight * (model.likelihood(example.features) - wanted);
            const double gradient = error * scale_of(example.features);
            for (const std::uint32_t feature : example.features) {
                float& square = squares[feature];
                float& value = model.weights_[feature];
                const double slope = gradient + decay * value;
                square += static_cast<float>(slope * slope);
                value -= static_cast<float>(rate * slope / std::sqrt(square));
            }
            bias_square += error * error;
            model.bias_ -= rate * 0.1 * error / std::sqrt(bias_square);
        }
    }
    return model;
}

double Logistic::likelihood(const std::vector<std::uint32_t>& features) const {
    if (weights_.empty()) return 0.5;
    double sum = 0;
    for (const std::uint32_t feature : features) sum += weights_[feature];
    return sigmoid(sum * scale_of(features) + bias_);
}

}  // namespace attune::nlu
