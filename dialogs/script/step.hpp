#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dialogs/script/action.hpp"
#include "dialogs/script/condition.hpp"
#include "dialogs/script/slot.hpp"
#include "nlu/match/options.hpp"

namespace attune::dialogs {

/// Says, remembers or goes, without waiting.
struct Act {
    Action action;
};

/// What is done when the visitor stays silent.
struct Reminder {
    long long after_ms = 0;  ///< since the visitor's last message, or the reminder before
    Action action;           ///< without a way to go the question stays open
};

/// A question: waits for the visitor.
struct Ask {
    std::string slot;                ///< filled with the answer; empty when the answer only chooses a way
    bool many = false;               ///< takes several answers (the slot is a set)
    bool is_text = false;            ///< takes whatever is written, but for danger, commands and whole-message topics
    Amount amount = Amount::none;    ///< numbers or dates are taken for the option in whose range they fall
    std::vector<SlotValue> ranges;   ///< of an amount: one for each option
    std::string form;                ///< the `collect` that it is part of: the others of it are answered along with it
    std::vector<Line> say;           ///< at least one; the last one carries the choices
    nlu::OptionMatcher options;      ///< at least one, but for a text
    std::vector<Action> then;        ///< one for each option
    std::vector<Line> why;           ///< answers "why do you ask?"; may be empty
    std::vector<Action> no_match;    ///< what to do on the first, second… answer not understood; the last one
                                     ///< leaves; empty: the bot's own ladder
    std::vector<Reminder> no_input;  ///< one after the other while nothing is said; may be empty
    bool has_skip = false;           ///< whether the visitor may skip it
    Action skip;                     ///< what happens then
};

/// Takes the first arm whose condition holds; none: the next step.
struct Branch {
    struct Arm {
        Condition condition;
        Action action;
    };
    std::vector<Arm> arms;
};

struct Step {
    std::string id;       ///< unique in its flow; stable, since conversations are stored at it
    Condition condition;  ///< the step is passed over when this does not hold
    std::variant<Act, Ask, Branch> what;
};

}  // namespace attune::dialogs
