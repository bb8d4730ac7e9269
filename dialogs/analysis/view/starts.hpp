#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogs/language/load.hpp"

namespace attune::dialogs {

/// When flows start, in words.
class Starts {
public:
    /// The examples of intents are read from the files. O(bytes).
    Starts(const Script& script, const BotFiles& files);

    /// One sentence a reason: the conversation opens, a command, a message like an example, danger of a
    /// class, another flow that leads here. Empty: nothing starts it.
    std::vector<std::string> of(const std::string& flow) const;

private:
    void read_examples(const BotFiles& files);
    std::string like(const std::string& intent) const;

    std::map<std::string, std::string> examples_;  // intent → a message for it
    std::map<std::string, std::vector<std::string>> starts_;
};

}  // namespace attune::dialogs
