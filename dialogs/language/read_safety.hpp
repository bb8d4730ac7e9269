#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/names.hpp"
#include "dialogs/script/script.hpp"
#include "nlu/safety/net.hpp"

namespace attune::dialogs {

/// The safety net.
struct Safety {
    nlu::SafetyNet net;
    SafetyPolicy policy;
    std::map<std::string, std::string>
        flows;  ///< class, or `class level` where that level has its own → flow
};

/// A file of signals: the bot's own, or that of one more language.
struct SignalsFile {
    const Node* root = nullptr;
    const Scope* scope = nullptr;  ///< with the word lists of its language
};

/// safety/signals.yaml and the signals of the other languages, once all names of the bot are known: the net listens in
/// all languages at once. Every example is tried on its own signal, and
/// those that should match on the whole net too.
/// @param examples  path of a file in safety/examples (`class.level.txt`, or `benign.txt`) → one message a
/// line
/// @param benign    more messages without danger, e.g. what intents are learned from
/// @param files     the bot's own first; a signal of the others may leave out its `flow`
Safety read_safety(const std::vector<SignalsFile>& files, const std::map<std::string, std::string>& examples,
                   const std::vector<std::string>& benign);

/// `policy:` of the bot's safety/signals.yaml.
SafetyPolicy read_safety_policy(const Node& root, const Scope& scope);

}  // namespace attune::dialogs
