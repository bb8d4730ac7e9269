#pragma once

#include <string>
#include <variant>
#include <vector>

namespace attune::dialogs {

/// The visitor opened the conversation (its first event).
struct Opened {};

/// The visitor wrote something.
struct Said {
    std::string text;  ///< UTF-8, health data
};

/// The visitor pressed a button, or ticked some and pressed "done".
struct Chose {
    std::vector<std::string> values;
};

/// Time passed without a word; the time given to `turn` says how much.
struct Waited {};

using Event = std::variant<Opened, Said, Chose, Waited>;

}  // namespace attune::dialogs
