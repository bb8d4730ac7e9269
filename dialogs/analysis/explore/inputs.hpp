#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/analysis/source_index.hpp"
#include "dialogs/engine/event.hpp"
#include "dialogs/engine/reply.hpp"
#include "dialogs/engine/state.hpp"
#include "dialogs/script/script.hpp"

namespace attune::dialogs {

/// One thing a visitor can do, standing for all messages that are understood so.
struct Input {
    enum class Kind { open, answer, command, topic, danger, unknown, silence };
    Kind kind = Kind::unknown;
    Event event;
    std::string shown;  ///< for transcripts: what the visitor writes or presses
    std::string name;   ///< option value, command, flow or `class level`
    Command command = Command::menu;
    nlu::SafetyLevel level = nlu::SafetyLevel::check;
    Time after = 1000;           ///< milliseconds that pass before it
    bool danger_before = false;  ///< every danger was told before
};

/// All that can be done to a bot. Inputs are numbered; numbers and pointers stay good.
class Inputs {
public:
    Inputs(const Script& script, const SourceIndex& index);

    const Input& operator[](int number) const { return all_[static_cast<std::size_t>(number)]; }

    /// The conversation begins: on each channel that the bot tells apart.
    const std::vector<int>& opens() const { return opens_; }
    /// What stands for every kind of message that is not an answer: each command; each flow that an intent
    /// starts, of those that only say something just one; each flow that answers danger; a message that
    /// nothing fits; silence.
    const std::vector<int>& usual() const { return usual_; }
    /// The rest: every flow that only says something; every class of danger at every level that the net has,
    /// also told again; what is usual while the clinic is open, closed or on holiday. What they lead to is
    /// alike, so they need not be tried in every state: once at every question.
    const std::vector<int>& seldom() const { return seldom_; }
    /// What does something else on the second miss than on the first.
    const std::vector<int>& after_a_miss() const { return after_a_miss_; }
    /// What does something else on the second silence than on the first.
    const std::vector<int>& after_silence() const { return after_silence_; }
    /// Skipping, correcting, stopping, asking for a person, and one danger.
    const std::vector<int>& besides() const { return besides_; }
    int command(Command command) const;
    /// What makes this flow begin: an intent, a command or danger.
    std::vector<int> that_start(const std::string& flow) const;
    /// The same inputs while the clinic is open, closed or on holiday.
    std::vector<int> at_other_hours(const std::vector<int>& inputs);
    /// The answers to a question: each option; of several none, each alone and all.
    const std::vector<int>& answers(const Flow& flow, const Step& question);
    /// The answers to a question of the engine's own.
    std::vector<int> taps(const Choices& choices);

private:
    int add(Input input);
    void add_commands(const Script& script, const SourceIndex& index);
    void add_topics(const Script& script, const SourceIndex& index);
    void add_opening_hours(const Script& script);
    void add_opens(const Script& script);
    void list_besides();
    void add_unsure(const Script& script);
    void add_dangers(const Script& script, const SourceIndex& index);
    void add_danger(const Script& script, const std::string& name, const std::string& shown,
                    std::set<std::string>& flows);

    std::deque<Input> all_;
    std::vector<int> opens_;
    std::vector<int> besides_;
    std::map<std::string, std::vector<int>> starting_;
    std::vector<std::pair<Time, std::string>> hours_;
    std::map<std::pair<int, Time>, int> at_hours_;
    std::vector<int> usual_;
    std::vector<int> seldom_;
    std::vector<int> after_a_miss_;
    std::vector<int> after_silence_;
    std::map<Command, int> command_;
    std::map<const Step*, std::vector<int>> answers_;
    std::map<std::string, int> taps_;
};

}  // namespace attune::dialogs
