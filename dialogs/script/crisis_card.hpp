#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

/// One way to get help now. Numbers to dial stand apart from the words that are read.
struct CrisisLine {
    std::string id;
    std::string label;  ///< one reviewed sentence: who it is and how to reach them
    std::string tel;    ///< digits to dial, or empty
    std::string sms;    ///< digits to text, or empty
    std::string url;    ///< page or chat, or empty
    std::vector<std::string> purposes;  ///< what it is for: `suicide`, `abuse`, …
};

/// The help card that every channel can show at any time, also when the bot is not reachable.
struct CrisisCard {
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string title;
    std::string emergency;  ///< the emergency number, e.g. 911
    std::vector<CrisisLine> lines;  ///< the emergency number first
};

}  // namespace attune::dialogs
