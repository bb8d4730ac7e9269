#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dialogs/analysis/explore/inputs.hpp"
#include "dialogs/engine/turn.hpp"

namespace attune::dialogs {

/// A guarantee that a turn broke.
struct Violation {
    std::string code;
    std::string subject;  ///< what it is told once for: a question, a line
    Place place;
    std::string message;
};

/// The guarantees about a single turn, always on: danger is answered at once; stopping and a person work;
/// nobody is left without a question or an answer; no loop without the visitor; the first words tell that
/// this is a program; no more than so many messages at once; no text about what was not answered.
class TurnRules {
public:
    TurnRules(const Script& script, const SourceIndex& index, std::size_t max_messages);

    /// O(replies).
    std::vector<Violation> broken_by(const State& before, const Input& input, const Turn& turn) const;

    /// `flow.step` in which the line is said; empty for the bot's own lines.
    const std::string& step_of(const std::string& line) const;

private:
    void danger(const State& before, const Input& input, const Turn& turn,
                std::vector<Violation>& found) const;
    void command(const State& before, const Input& input, const Turn& turn,
                 std::vector<Violation>& found) const;
    void way_on(const State& before, const Input& input, const Turn& turn,
                std::vector<Violation>& found) const;
    const std::string& emergency_of(const Position& now) const;
    void words(const State& before, const Turn& turn, std::vector<Violation>& found) const;
    void first_words(const Turn& turn, std::vector<Violation>& found) const;
    bool says_line_of(const Turn& turn, const std::string& flow) const;
    bool is_list(const std::string& line, const std::string& name) const;
    bool tells_disclosure(const Turn& turn) const;
    Place place_of(const std::string& step) const { return index_.place(index_.steps, step); }

    const Script& script_;
    const SourceIndex& index_;
    std::size_t max_messages_;
    std::unordered_map<std::string, std::string> step_of_;                // line → flow.step
    std::unordered_map<std::string, std::vector<std::string>> slots_of_;  // line → slots it speaks of
};

}  // namespace attune::dialogs
