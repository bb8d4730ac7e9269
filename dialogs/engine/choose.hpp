#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dialogs/engine/trace.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// What a message is taken for.
struct AnswerMove { std::vector<int> options; };  ///< indexes of the open question's options, ascending
struct CommandMove { Command command = Command::menu; };
struct StartMove {
    std::string flow;
    bool leaves = false;  ///< what was going on is left for good
};
struct NoMatchMove {};
using Move = std::variant<AnswerMove, CommandMove, StartMove, NoMatchMove>;

/// Weighs every reading of a message and takes exactly one: a reading that covers the whole message wins;
/// then the one whose pattern needs more words; of equal ones an answer before a command before a new topic,
/// then the one declared first. All of them, with the reason they lost, go into `candidates`, winner first.
Move choose(const Script& script, const Ask* question, const nlu::Understanding& understanding,
            std::vector<Candidate>& candidates);

}  // namespace attune::dialogs
