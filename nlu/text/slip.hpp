#pragma once

#include <string_view>

namespace attune::nlu {

/// True when one edit (a letter wrong, missing, too many, or two neighbours swapped) makes `a` into `b`, or
/// none. Source: Damerau's four slips. O(bytes).
bool is_one_slip_apart(std::string_view a, std::string_view b);

}  // namespace attune::nlu
