#pragma once

#include <string>
#include <string_view>

namespace attune::nlu {

/// What is left of a text when what it takes back is left out: "not anxious, avoidant" says avoidant, "not the cost but
/// how long it takes" says how long it takes, "no i meant the other one" says the other one. At most four words are
/// taken back at once, and only where something else is put in their place. Everything else stays as it is.
/// Never to be used for the safety net. Pure; O(bytes).
std::string corrected(std::string_view text);

/// The same, but "no i meant" stays: that somebody corrects themself is an intent of its own.
std::string without_taken_back(std::string_view text);

}  // namespace attune::nlu
