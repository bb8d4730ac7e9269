#pragma once

#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/text.hpp"

namespace attune::dialogs {

/// A text with its clinic facts, crisis lines and the bot's name filled in: `{clinic.phone}`,
/// `{crisis.lines}`,
/// `{bot.name}`. Slots (`{who}`) stay to be filled in later. O(bytes).
Text read_template(const Node& node, const Scope& scope);

/// The same for labels and titles, which are the same for every visitor: a slot in it is an error.
std::string read_fixed(const Node* node, std::string_view what, const Scope& scope);

/// One line: `id: "text"` or `id: ["text", "other text"]`.
Line read_line(const Node& node, const Scope& scope);

/// A list of lines.
std::vector<Line> read_lines(const Node* node, std::string_view what, const Scope& scope);

}  // namespace attune::dialogs
