#pragma once

#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/guarantee.hpp"

namespace attune::dialogs {

/// `guarantees` of bot.yaml; none when `node` is nullptr. The lines and tags that they name are checked by
/// `check_guarantees`.
std::vector<Guarantee> read_guarantees(const Node* node, const Scope& scope);

/// Reports guarantees about lines or tags that are nowhere in the bot. `lines`: every line id; `tags`: every tag.
void check_guarantees(const std::vector<Guarantee>& guarantees, const std::vector<std::string>& lines,
                      const std::vector<std::string>& tags, Report& report);

}  // namespace attune::dialogs
