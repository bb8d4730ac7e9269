#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/load.hpp"
#include "nlu/match/word_pattern.hpp"

namespace attune::dialogs {

/// A pattern in the files, with whom it belongs to.
struct PatternSource {
    enum class Use {
        any,
        all_of,
        unless,
        option,  ///< of an option; `owner` is `flow.step.value`
        signal,  ///< of the safety net; `owner` is `class level`
    };
    Use use = Use::any;
    std::string owner;
    std::string text;
    Place place;
};

/// Where things stand in a bot's files, and what its authors wrote beside them: what a loaded script no
/// longer knows. Made from files that load.
struct SourceIndex {
    std::map<std::string, Place> lines;    ///< line id
    std::map<std::string, Place> flows;    ///< flow id
    std::map<std::string, Place> steps;    ///< `flow.step`
    std::map<std::string, Place> options;  ///< `flow.step.value`
    std::map<std::string, Place> intents;
    std::map<std::string, std::string>
        example_of;                       ///< intent, or `class level` of a signal → a message for it
    std::vector<PatternSource> patterns;  ///< in file order
    nlu::WordLists lists;
    std::map<std::string, Place> checked;           ///< `country id` of a crisis line → place of its date
    std::map<std::string, std::string> checked_on;  ///< the same key → the date, `2026-11-24`

    const Place& place(const std::map<std::string, Place>& of, const std::string& name) const;
};

/// Reads the files of the base language again. Pure; O(bytes).
SourceIndex index_sources(const BotFiles& files, const Script& script);

}  // namespace attune::dialogs
