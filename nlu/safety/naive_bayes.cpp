#include "nlu/safety/naive_bayes.hpp"

#include <algorithm>
#include <cmath>

namespace attune::nlu {
namespace {

constexpr double smoothing = 0.3;

}  // namespace

void NaiveBayes::add(std::size_t kind, const std::vector<std::uint32_t>& features) {
    if (totals_.size() <= kind) totals_.resize(kind + 1, 0);
    totals_[kind] += static_cast<double>(features.size());
    for (const std::uint32_t feature : features) {
        std::vector<Count>& counts = counts_[feature];
        // Examples come kind by kind, so that the last entry is the one to add to.
        if (counts.empty() || counts.back().kind != kind) counts.push_back({kind, 0});
        counts.back().count += 1;
    }
}

std::size_t NaiveBayes::best(const std::vector<std::uint32_t>& features) const {
    std::vector<double> scores(totals_.size(), 0);
    const double vocabulary = smoothing * static_cast<double>(counts_.size());
    for (std::size_t kind = 0; kind < scores.size(); ++kind) {
        const double unseen = std::log(smoothing / (totals_[kind] + vocabulary));
        scores[kind] = unseen * static_cast<double>(features.size());
    }
    for (const std::uint32_t feature : features) {
        const auto found = counts_.find(feature);
        if (found == counts_.end()) continue;
        for (const Count& count : found->second) {
            scores[count.kind] += std::log((static_cast<double>(count.count) + smoothing) / smoothing);
        }
    }
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace attune::nlu
