#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/entity/gazetteer.hpp"

namespace attune::nlu {

/// What is named in a message: numbers (`number`: 25), places in a list (`ordinal`: 2, or `last`), days (`day`, as
/// `text_of(Day)` writes them), a message that says yes or no (`yes_no`), and what the gazetteer has. In the order of
/// kinds. @param words  normalised. Pure; O(words), and the gazetteer's.
std::vector<Entity> entities_in(std::string_view words, const Gazetteer& gazetteer);

}  // namespace attune::nlu
