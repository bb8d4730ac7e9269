#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/names.hpp"

namespace attune::dialogs {

/// clinic.yaml: its facts go into `names`; gives the country, or an empty text.
std::string read_clinic(const Node& root, Names& names, Report& report);

/// `us` for `US`.
std::string in_small_letters(std::string country);

/// safety/lines/STEM.yaml: the card of a country. `stem` must be the country in small letters.
CrisisCard read_crisis_card(const Node& root, const std::string& stem, Report& report);

}  // namespace attune::dialogs
