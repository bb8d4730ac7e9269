#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

/// A condition over slots, as a tree. Only what keeps exploration finite.
struct Condition {
    enum class Op {
        always,
        is_set,   ///< the slot was answered
        is_empty, ///< not answered, or a set without values
        equals,   ///< the choice is `values[0]`
        is_in,    ///< the choice is one of `values`
        has,      ///< the set holds `values[0]`
        negation, ///< not `parts[0]`
        both,     ///< all of `parts`
        either,   ///< at least one of `parts`
    };
    Op op = Op::always;
    std::string slot;
    std::vector<std::string> values;
    std::vector<Condition> parts;
};

}  // namespace attune::dialogs
