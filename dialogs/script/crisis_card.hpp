#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::dialogs {

/// One way to get help now. Numbers to dial stand apart from the words that are read.
struct CrisisLine {
    std::string id;
    std::string label;                   ///< one reviewed sentence: who it is and how to reach them
    std::string tel;                     ///< digits to dial, or empty
    std::string sms;                     ///< digits to text, or empty
    std::string url;                     ///< page or chat, or empty
    std::vector<std::string> purposes;   ///< what it is for: `suicide`, `abuse`, …
    std::string hours;                   ///< when somebody answers, or empty: not known
    std::vector<std::string> languages;  ///< BCP 47; empty: the country's
    std::string deaf;                    ///< how deaf people reach it, or empty
    std::string source;                  ///< page where the number was read
    std::string checked;                 ///< when: year-month-day
};

/// The help card that every channel can show at any time, also when the bot is not reachable.
struct CrisisCard {
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string title;
    std::string emergency;          ///< the emergency number, e.g. 911
    std::vector<CrisisLine> lines;  ///< the emergency number first
};

/// What a text may show of a card: `emergency` the number; `lines` what most people need (suicide, abuse,
/// sexual violence, children), a row each; a purpose the rows for it. Where a country has none for a purpose,
/// the nearest one's rows (sexual: abuse; else suicide). Empty when there is nothing. Pure; O(lines).
std::string shown_of(const CrisisCard& card, std::string_view what);

}  // namespace attune::dialogs
