#pragma once

#include "dialogs/language/names.hpp"
#include "dialogs/language/reader.hpp"
#include "dialogs/script/step.hpp"

namespace attune::dialogs {

/// The keys of a question, behind those that every step has.
std::vector<std::string> ask_keys();

/// The question among the keys of a step.
Ask read_ask(const Fields& fields, const Scope& scope);

}  // namespace attune::dialogs
