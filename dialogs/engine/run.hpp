#pragma once

#include <string>
#include <string_view>

#include "dialogs/engine/turn.hpp"

/// The inside of a turn: what moves and steps work on. Not for other folders.
namespace attune::dialogs {

/// A turn in the making.
struct Run {
    const Script& script;
    Turn& turn;
    bool undoable = true;  ///< whether "back" may return to before this turn
    Time time = 0;         ///< of the event
    std::string text = {};     ///< what the visitor wrote: for a question that takes a text
    bool is_idle = false;      ///< nothing happened: the state stays as it is
    bool keeps_words = true;   ///< whether "repeat" is to say what this turn says

    Position& now() { return turn.state.now; }
    Frame& top() { return now().stack.back(); }
    /// The flow on top, or nullptr when there is none or the script does not know it.
    const Flow* flow() const;
    /// The script in the language that is spoken. The same in everything but words.
    const Script& spoken() { return script.in(turn.state.locale); }
    void note(std::string what) { turn.trace.steps.push_back(std::move(what)); }
};

/// The question that waits, or nullptr.
const Step* open_question(const Script& script, const State& state);
const Ask* open_ask(const Script& script, const State& state);

// -- speak.cpp ---------------------------------------------------------------------------------------------
void say(Run& run, const Line& line);
void say(Run& run, const std::vector<Line>& lines);
/// Says the question's lines and hangs the choices on the last one.
void ask(Run& run, const Ask& question);
Choices choices_of(const Position& now, const Ask& question);

// -- remember.cpp --------------------------------------------------------------------------------------------
/// The values of a slot as the flow on top sees it, or nullptr when it was not answered.
const std::vector<std::string>* values_of(const Position& now, std::string_view slot);
void assign(Run& run, const Assignment& assignment);
/// Fills the slot `channel`, where the bot tells channels apart.
void note_channel(Run& run);
/// Fills the slot `clinic_now`, where the clinic's hours are known.
void note_opening(Run& run);
bool holds(const Condition& condition, const Position& now);

// -- walk.cpp ------------------------------------------------------------------------------------------------
/// Puts a flow on top. One that is in the stack already is gone back to, started anew.
void enter(Run& run, std::string_view flow, std::string_view step, Frame::Why why);
/// Forgets where the conversation was and starts the menu.
void enter_menu(Run& run);
/// Carries out an action that belongs to the step `origin` of the flow on top.
void perform(Run& run, const Action& action, std::string_view origin);
/// Moves the flow on top behind the step `id`.
void pass(Run& run, std::string_view id);
/// Runs steps until a question is open or the conversation has ended.
void walk(Run& run);

}  // namespace attune::dialogs
