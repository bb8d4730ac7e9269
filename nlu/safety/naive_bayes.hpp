#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace attune::nlu {

/// Which of several kinds a text is most like. Source: multinomial naive Bayes with Laplace's rule (0.3),
/// kinds taken as equally frequent.
class NaiveBayes {
public:
    /// One example of a kind (0, 1, 2…).
    void add(std::size_t kind, const std::vector<std::uint32_t>& features);

    /// The likeliest kind; the first of equal ones. @pre at least one example was added. O(features × kinds).
    std::size_t best(const std::vector<std::uint32_t>& features) const;

private:
    struct Count {
        std::size_t kind;
        float count;
    };
    std::unordered_map<std::uint32_t, std::vector<Count>>
        counts_;                  // feature → in how many examples of each kind
    std::vector<double> totals_;  // kind → features seen
};

}  // namespace attune::nlu
