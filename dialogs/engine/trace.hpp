#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

/// One way a message could have been taken.
struct Candidate {
    std::string rule;     ///< e.g. `answer trust`, `command back`, `start style_anxious`
    std::string pattern;  ///< what matched
    int specificity = 0;
    std::string lost;     ///< why it lost; empty for the winner
};

/// Every decision of a turn, in order: enough to explain it to a person. Holds the visitor's words.
struct Trace {
    std::string words;                  ///< the message as it was looked at
    std::string safety;                 ///< `class level pattern`, or empty
    std::vector<Candidate> candidates;  ///< the winner first
    std::vector<std::string> steps;     ///< what ran: `flow.step` and what became of it
};

std::string write_trace(const Trace& trace);

}  // namespace attune::dialogs
