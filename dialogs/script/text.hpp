#pragma once

#include <string>
#include <variant>
#include <vector>

namespace attune::dialogs {

/// A place in a text that is filled with a slot's answer: the label of a choice, or of a set a bulleted list
/// of labels, one a line. With its heading, set off by an empty line: nothing at all where nothing was answered.
struct SlotText {
    std::string slot;
    bool with_heading = false;
};

/// A place in a text that is filled from the help card of the country that the visitor chose, else the
/// clinic's.
struct CrisisText {
    std::string what;  ///< `emergency`, `lines` or a purpose
    std::string here;  ///< what the clinic's own country gives
};

/// A text as reviewed: fixed words, slots and the help card. Clinic facts were filled in when the bot was
/// loaded.
using Text = std::vector<std::variant<std::string, SlotText, CrisisText>>;

/// One thing the bot can say (one bubble), with a stable id that review, translation and coverage name.
struct Line {
    std::string id;  ///< unique in the bot, e.g. `anx.2`
    std::vector<Text>
        variants;       ///< at least one; said in turn, so the same words are not heard twice in a row
    bool once = false;  ///< said only the first time in a conversation
};

}  // namespace attune::dialogs
