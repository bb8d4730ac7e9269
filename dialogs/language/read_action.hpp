#pragma once

#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/script/action.hpp"

namespace attune::dialogs {

/// Whether `repeat: true` makes sense where an action stands: only where a question is open.
enum class Repeat { refused, allowed };

/// The keys of an action, behind `others`.
std::vector<std::string> action_keys(std::vector<std::string> others);

/// Reads the action among the keys of a map.
Action read_action(const Fields& fields, Repeat repeat, const Scope& scope);

/// Reads a map that is an action and nothing else. `what` is for messages: "a rung".
Action read_action(const Node& node, std::string_view what, Repeat repeat, const Scope& scope);

/// `flow`, `flow.step` or, inside a flow, `.step`: where a `goto` goes.
Jump read_target(const Node& node, const Scope& scope);

/// A ladder of `no_match`; its last rung must not ask again.
std::vector<Action> read_ladder(const Node* node, const Scope& scope);

}  // namespace attune::dialogs
