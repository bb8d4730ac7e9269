#pragma once

#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/language/reader.hpp"
#include "nlu/intent/intents.hpp"

namespace attune::dialogs {

/// What an intent or a signal must, and must not, catch.
struct Examples {
    std::string name;
    std::vector<const Node*> match;
    std::vector<const Node*> no_match;
};

/// The examples among the keys of an intent or a signal; both lists are required and hold at least one text.
Examples read_examples(const Fields& fields, std::string name, Report& report);

/// Everything that nlu/*.yaml declares.
struct Intents {
    std::vector<nlu::IntentRule> rules;
    std::vector<Examples> examples;
};

/// The intents of one file, behind those of the files before; their names go into `names`. The word lists of
/// all files must be in `names` already.
void read_intents(const Node& root, Intents& intents, Names& names, Report& report);

/// Builds the matcher and tries every example on it. `where`: what cannot be said of one pattern is reported
/// there.
nlu::IntentMatcher build_intents(Intents intents, const Place& where, Report& report);

}  // namespace attune::dialogs
