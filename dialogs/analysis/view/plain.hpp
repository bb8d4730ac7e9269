#pragma once

#include <string>

#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// A text as a reader sees it: a slot's answer stands as `{slot}`. Pure; O(text).
std::string plain_text(const Text& text);

/// A slot's value as the visitor reads it; the value itself where the flow does not see that slot.
std::string plain_value(const Script& script, const Flow& flow, const std::string& slot,
                        const std::string& value);

/// A condition in English: `"who" is My partner, and "signs" has Trust is hard`. `always` is empty. Pure.
std::string plain_condition(const Script& script, const Flow& flow, const Condition& condition);

/// What is remembered: `"who" becomes Myself`. Pure.
std::string plain_assignment(const Script& script, const Flow& flow, const Assignment& assignment);

/// Where it goes: `goes to Menu`; `otherwise` where no way is named. Pure.
std::string plain_jump(const Script& script, const Flow& flow, const Jump& jump,
                       const std::string& otherwise);

}  // namespace attune::dialogs
