#pragma once

#include <string>
#include <vector>

#include "dialogs/script/text.hpp"

namespace attune::dialogs {

/// Changes one slot.
struct Assignment {
    enum class How {
        assign,  ///< becomes `values`
        add,     ///< `values` join the set
        remove,  ///< `values` leave the set
        clear,   ///< becomes unanswered
    };
    std::string slot;
    How how = How::assign;
    std::vector<std::string> values;
};

/// Where the conversation goes next.
struct Jump {
    enum class How {
        none,       ///< the next step
        go,         ///< to `flow`/`step`; the present flow is left for good
        call,       ///< to `flow`, then back to the step after this one
        give_back,  ///< ends this flow; whoever called goes on (`return` in YAML)
        ask_again,  ///< the pending question again (`repeat` in YAML)
        end,        ///< ends the conversation; a later message starts a new one
        erase,      ///< ends it and asks the caller to delete all of it
    };
    How how = How::none;
    std::string flow;  ///< always resolved by the linker for go and call
    std::string step;  ///< always resolved by the linker for go and call: the flow's first step if none was named
};

/// Change the language, then say, then remember, then ask for a person, then go.
struct Action {
    std::string language;  ///< the language to speak from here on; empty: as before
    std::vector<Line> say;
    std::vector<Assignment> set;
    bool handoff = false;  ///< asks the caller to bring in a person
    Jump jump;
};

}  // namespace attune::dialogs
