#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "dialogs/analysis/explore/combinations.hpp"
#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/analysis/explore/looks.hpp"

namespace attune::dialogs {

/// For every flow that an input starts: what of all that it looks at before it asks was met already.
class Starts {
public:
    Starts(const Script& script, const Inputs& inputs, const Looks& looks);

    /// The inputs whose flows have not begun with this remembered yet. O(slots) where `slots` were met
    /// before.
    std::vector<int> unmet(const Slots& slots);

private:
    struct Start {
        const std::vector<Look>* looks = nullptr;
        std::vector<int> inputs;
        Combinations met;
    };
    std::vector<Start> starts_;
    std::unordered_set<std::string> met_;
};

}  // namespace attune::dialogs
