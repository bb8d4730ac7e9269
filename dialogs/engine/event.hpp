#pragma once

#include <string>
#include <variant>
#include <vector>

#include "nlu/understand.hpp"

namespace attune::dialogs {

/// The visitor opened the conversation (its first event).
struct Opened {
    std::string locale = {};   ///< the visitor's language, BCP 47, as their browser says; may be empty or anything
    std::string channel = {};  ///< the profile of the channel, e.g. `web`, `sms`; may be empty
};

/// The visitor wrote something.
struct Said {
    std::string text;  ///< UTF-8, health data
};

/// The visitor wrote something that was understood already: what `Said` becomes, and how exploration stands for
/// whole classes of messages with one event.
struct Understood {
    nlu::Understanding what;
};

/// The visitor pressed a button, or ticked some and pressed "done".
struct Chose {
    std::vector<std::string> values;
};

/// Time passed without a word; the time given to `turn` says how much.
struct Waited {};

using Event = std::variant<Opened, Said, Understood, Chose, Waited>;

}  // namespace attune::dialogs
