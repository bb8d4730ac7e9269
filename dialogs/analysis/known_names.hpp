#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/language/source.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// Where a test is read: the bot whose names it uses, and where to report. All of these report a name that the
/// bot does not have at its place, with the nearest one.
struct TestScope {
    const Script& script;
    Report& report;
};

/// A line id that the bot can say.
std::string use_line(const TestScope& scope, const Node& node);

/// `flow.step`.
struct StepRef {
    const Flow* flow = nullptr;
    const Step* step = nullptr;
};
std::optional<StepRef> use_step_ref(const TestScope& scope, const Node& node);

/// Every slot of this name: of `flow`, then of the bot; without a flow of the bot, then of all flows.
std::vector<const Slot*> use_slot_name(const TestScope& scope, const Flow* flow, const Entry& entry);

/// The value or list of values behind a slot's name, in declared order. `slots` are not none.
std::vector<std::string> use_values(const TestScope& scope, const std::vector<const Slot*>& slots, const Node& node);

/// A class of the safety net, or `none`.
std::string use_safety_class(const TestScope& scope, const Node& node);

}  // namespace attune::dialogs
