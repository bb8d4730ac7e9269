#pragma once

#include "dialogs/engine/choose.hpp"
#include "dialogs/engine/run.hpp"

/// The ways to take what a visitor does, one file each. Each moves the conversation but does not run it on:
/// `turn` walks afterwards.
namespace attune::dialogs {

/// The net caught something: its flow comes on top, whatever is going on. It always finds room.
void take_safety(Run& run, const nlu::SafetySignal& signal);

/// The open question was answered with these options (indexes, ascending).
void take_answer(Run& run, const Step& question, const std::vector<int>& options);

/// A command that works in every state.
void take_command(Run& run, Command command);

/// "No, I meant …", "change my answer": an earlier answer of the running flow is changed, and the flow goes on from
/// there. @param words  normalised
void take_correction(Run& run, const std::string& words);

/// The question `step` is part of a form: what the message says to the others of it is taken along, or mends what was
/// said before. True when anything changed.
bool answer_others(Run& run, const std::string& flow, const std::string& step, const std::string& words);

/// Something else was asked: its flow runs on top, then the open question is asked again.
void take_start(Run& run, const std::string& flow);

/// The message asks a second thing after the topic that was just started: it waits beneath it. Nothing happens where
/// it does not, or where the first move was no topic.
void queue_second(Run& run, const Move& first, const nlu::Understanding& understood);

/// Nothing was understood: the next rung of the ladder.
void take_no_match(Run& run);

}  // namespace attune::dialogs
