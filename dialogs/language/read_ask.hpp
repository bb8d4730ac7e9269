#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/script/step.hpp"

namespace attune::dialogs {

/// The keys of a question, behind those that every step has.
std::vector<std::string> ask_keys();

/// The keys of a question of a form.
std::vector<std::string> collect_keys();

/// The question among the keys of a step; `step` is its id.
Ask read_ask(const Fields& fields, const std::string& step, const Scope& scope);

}  // namespace attune::dialogs
