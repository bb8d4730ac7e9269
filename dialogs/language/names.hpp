#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/language/source.hpp"
#include "dialogs/script/crisis_card.hpp"
#include "dialogs/script/opening_hours.hpp"
#include "dialogs/script/slot.hpp"
#include "nlu/match/word_pattern.hpp"

namespace attune::dialogs {

struct StepName {
    std::string id;
    Place place;
};

/// What other files may know of a flow.
struct FlowOutline {
    std::string id;
    std::vector<Slot> slots;
    std::vector<StepName> steps;  ///< in file order
    bool crisis = false;
    bool whole = false;  ///< false: the file could not be read, so nothing is known of its steps
};

/// Every name that the files of a bot declare; read before anything that uses them. Where a file could not be
/// read its names are not known, and then nobody is told that they do not exist.
struct Names {
    std::string bot_name;
    std::map<std::string, std::string> clinic;  ///< key → text, perhaps empty
    CrisisCard crisis;                        ///< of the clinic's country
    std::map<std::string, CrisisCard> cards;  ///< country in small letters → its card
    std::optional<OpeningHours> opening;
    nlu::WordLists lists;
    std::vector<std::string> intents;  ///< in declared order
    std::vector<Slot> slots;           ///< the bot's
    std::map<std::string, FlowOutline> flows;
    std::vector<std::string> locales;  ///< tags of all languages, the base language first

    bool bot_known = false;
    bool clinic_known = false;
    bool crisis_known = false;
    bool nlu_known = false;
};

class Translation;

/// Where something is read: which names are seen there, and where to report.
struct Scope {
    const Names& names;
    const FlowOutline* flow = nullptr;  ///< nullptr: in the bot's own files
    Report& report;
    std::map<std::string, Place>& lines;  ///< every line id so far, with its place
    Translation* translation = nullptr;   ///< the words of another language; nullptr: the base language is read
};

/// The words that stand for `source` in the language that is read; in the base language `source` itself. `key` is
/// what the text is called in the files of a language, e.g. `lines.sg.1`.
const Node& words_of(const Scope& scope, const std::string& key, const Node& source);

std::vector<std::string> flow_names(const Names& names);

/// Each finds a name that `node` or `written` uses; what is not there is reported at `place`, with the
/// nearest name, and gives nullptr or an empty text. A slot is looked for in the flow first, then in the bot.
const Slot* use_slot(const Scope& scope, std::string_view written, const Place& place);
std::string use_value(const Scope& scope, const Slot& slot, std::string_view written, const Place& place);
std::string use_intent(const Scope& scope, const Node* node);
std::string use_flow(const Scope& scope, const Node* node);
std::string use_flow(const Scope& scope, std::string_view written, const Place& place);
std::string use_language(const Scope& scope, const Node& node);
std::string use_step(const Scope& scope, const FlowOutline& flow, std::string_view written,
                     const Place& place);

/// True, and reported, where a set stands in a choice's place or the other way round.
bool has_other_type(const Scope& scope, const Slot& slot, SlotType expected, std::string_view use,
                    const Place& place);

}  // namespace attune::dialogs
