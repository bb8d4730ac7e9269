#pragma once

#include <string>
#include <vector>

namespace attune::dialogs {

struct Choice {
    std::string value;
    std::string label;
    bool chosen = false;  ///< of several: ticked before
};

/// What can be pressed instead of typing.
struct Choices {
    std::vector<Choice> items;
    bool many = false;
};

/// One bubble.
struct Reply {
    std::string line;  ///< id of the reviewed text
    std::string text;
    bool crisis = false;
    Choices choices;  ///< empty but for the bubble that asks
    bool takeaway = false;  ///< worth keeping on paper: said in a flow with the tag `takeaway`
};

}  // namespace attune::dialogs
