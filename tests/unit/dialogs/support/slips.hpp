#pragma once

#include <string>
#include <vector>

namespace attune::dialogs::test {

/// A slip of an author's pen in the tiny bot, and everything that a load must say to it.
struct Slip {
    std::string path;
    std::string old_text;
    std::string new_text;
    std::vector<std::string> problems;
};

/// Makes each slip in a tiny bot of its own and compares what the load says, word for word.
void check_slips(const std::vector<Slip>& slips);

}  // namespace attune::dialogs::test
