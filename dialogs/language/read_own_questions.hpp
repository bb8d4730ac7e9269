#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/script/own_questions.hpp"

namespace attune::dialogs {

/// `did_you_mean` of bot.yaml; one that is never asked when `node` is nullptr.
DidYouMean read_did_you_mean(const Node* node, const Scope& scope);

/// `after_silence` of bot.yaml; one that is never asked when `node` is nullptr.
AfterSilence read_after_silence(const Node* node, const Scope& scope);

/// A length of time from `shortest` to `longest` (milliseconds); what is none is reported.
long long read_duration(const Node* node, long long shortest, long long longest, Report& report);

}  // namespace attune::dialogs
