#pragma once

#include <string_view>

namespace attune::dialogs {

/// The style sheet of the screenplay: for the screen in light and dark, and for paper.
extern const std::string_view screenplay_style;

}  // namespace attune::dialogs
