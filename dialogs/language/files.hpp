#pragma once

#include <map>
#include <string>

#include "dialogs/language/load.hpp"
#include "dialogs/language/source.hpp"

namespace attune::dialogs {

/// The files of `locales/TAG/`: the words of one more language.
struct LocaleSources {
    const Node* bot = nullptr;      ///< nullptr: missing or not readable, which was reported
    const Node* origins = nullptr;  ///< `origins.yaml`: what each text was translated from; may be missing
    const Node* signals = nullptr;  ///< may be missing
    std::map<std::string, const Node*> flows;
    std::map<std::string, const Node*> nlu;
};

/// A bot's files by what they are. Of those that a bot must have, nullptr means missing or not readable; it
/// has been reported which.
struct Sources {
    const Node* bot = nullptr;
    const Node* clinic = nullptr;
    const Node* signals = nullptr;
    std::map<std::string, const Node*> flows;  ///< file name without `.yaml` → content, nullptr: not readable
    std::map<std::string, const Node*> crisis_lines;
    std::map<std::string, const Node*> nlu;
    std::map<std::string, std::string> intent_examples;  ///< file name without `.txt` → content
    std::map<std::string, std::string> safety_examples;  ///< path → content, of all languages
    std::map<std::string, LocaleSources> locales;        ///< language tag → its files

    std::map<std::string, Node> nodes;  ///< path → content: owns what the others point to
};

/// Reads all files but `tests/` and `review.lock`, which are about the bot. A file in no known place is
/// reported: a slip in a folder's name must not silence a part of the bot.
Sources read_sources(const BotFiles& files, Report& report);

/// Names the content of all files but `tests/` and `review.lock`: 16 hexadecimal digits that change when anything that a
/// visitor may hear changes. To pin conversations, not for security. Source: FNV-1a, 64 bits (Fowler, Noll,
/// Vo), over length and bytes of every path and content.
std::string hash_of(const BotFiles& files);

}  // namespace attune::dialogs
