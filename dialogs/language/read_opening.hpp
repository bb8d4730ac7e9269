#pragma once

#include "dialogs/language/reader.hpp"
#include "dialogs/script/opening_hours.hpp"

namespace attune::dialogs {

/// The key `opening` of clinic.yaml. What is wrong in it is reported.
OpeningHours read_opening(const Node& node, Report& report);

}  // namespace attune::dialogs
