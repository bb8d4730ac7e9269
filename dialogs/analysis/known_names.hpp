#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/language/load.hpp"
#include "dialogs/language/source.hpp"

namespace attune::dialogs {

/// Where a test is read: the bot whose names it uses, and where to report. All of these report a name that
/// the bot does not have at its place, with the nearest one.
struct TestScope {
    const Script& script;
    Report& report;
    std::vector<std::string> intents;  ///< all that the bot's files declare
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
std::vector<std::string> use_values(const TestScope& scope, const std::vector<const Slot*>& slots,
                                    const Node& node);

/// A class of the safety net, or `none`.
std::string use_safety_class(const TestScope& scope, const Node& node);

/// An intent, or `none`.
std::string use_intent(const TestScope& scope, const Node& node);

/// What can break into a conversation: `crisis`, a class of danger, a flow, menu, person, stop, erase, or
/// `none`.
std::string use_interrupt(const TestScope& scope, const Node& node);

/// How a conversation can be mended: `no_match`, a command that leads nowhere else, or `none`.
std::string use_repair(const TestScope& scope, const Node& node);

/// The intents that a bot has: those its files declare, and those its commands and flows wait for.
std::vector<std::string> intent_names(const BotFiles& files, const Script& script);

}  // namespace attune::dialogs
