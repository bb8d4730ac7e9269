#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/match/pattern_tree.hpp"

namespace attune::nlu {

/// A word pattern as an automaton whose letters are words: for questions about all messages that it fits, not
/// about one. Immutable value.
class PatternAutomaton {
public:
    explicit PatternAutomaton(const PatternTree& tree);

    /// A shortest message that the pattern fits, e.g. for an author to look at. Stems stand for themselves,
    /// numbers are `1`. O(states).
    std::string shortest() const;

    /// True when every message that this pattern fits, `other` fits too: proved for all messages, by walking
    /// both automata side by side (product construction over the words that either knows, and one that
    /// neither does). Gives up, with false, beyond `max_pairs` pairs of states.
    bool is_inside(const PatternAutomaton& other) const;

    static constexpr std::size_t max_pairs = 20'000;

private:
    struct Arrow {
        enum class Kind { word, stem, number, any, nothing };
        Kind kind = Kind::word;
        std::string text;
        int to = 0;
    };
    using States = std::vector<int>;  // ascending

    int add_state();
    int append(int from, const std::vector<PatternSequence>& branches);
    int append(int from, const PatternNode& node);
    States closed(States states) const;
    States step(const States& from, std::string_view word, bool searching) const;
    bool is_final(const States& states) const;
    static bool takes(const Arrow& arrow, std::string_view word);
    void gather_words(std::vector<std::string>& words) const;

    std::vector<std::vector<Arrow>> arrows_;
    int start_ = 0;
    int end_ = 0;
    bool whole_ = false;
};

}  // namespace attune::nlu
