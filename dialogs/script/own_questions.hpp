#pragma once

#include <string>
#include <vector>

#include "dialogs/script/text.hpp"
#include "nlu/match/options.hpp"

namespace attune::dialogs {

/// "Did you mean …?", where a message may mean one of a few flows and none of them surely. Its words stand in
/// bot.yaml under `did_you_mean`; without lines it is never asked.
struct DidYouMean {
    std::vector<Line> say;
    nlu::Option none;                    ///< none of these: on with the ladder of misunderstanding
    std::vector<nlu::WordPattern> sure;  ///< takes the guess where there is only one: "yes"
};

/// "Shall we go on?", when a visitor comes back after a while. Its words stand in bot.yaml under
/// `after_silence`; without lines it is never asked.
struct AfterSilence {
    long long after_ms = 0;  ///< how long the visitor was silent
    std::vector<Line> say;
    nlu::Option go_on;  ///< the open question again
    nlu::Option menu;
};

}  // namespace attune::dialogs
