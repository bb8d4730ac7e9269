#pragma once

#include <string>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

struct Played {
    State before;
    int input = 0;
    Turn turn;
};

/// Holds the conversation from its start. The first input opens it. O(inputs).
std::vector<Played> play(const Script& script, const Inputs& inputs, const std::vector<int>& numbers);

/// What was done and said, a line each: `visitor: …`, `bot (line): …`. Long replies are cut.
std::vector<std::string> transcript(const Inputs& inputs, const std::vector<int>& numbers,
                                    const std::vector<Played>& played);

}  // namespace attune::dialogs
