#include "dialogs/analysis/wait.hpp"

#include "dialogs/script/duration.hpp"

namespace attune::dialogs {

std::optional<Time> parse_wait(std::string_view written) { return parse_duration(written, max_wait); }

}  // namespace attune::dialogs
