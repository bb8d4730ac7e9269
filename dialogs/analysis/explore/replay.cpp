#include "dialogs/analysis/explore/replay.hpp"

#include "dialogs/analysis/explore/explore.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::dialogs {

namespace {

/// Enough to know a text by, in one line.
std::string cut(const std::string& text) {
    constexpr std::size_t enough = 72;
    std::string line = text;
    for (char& c : line) c = c == '\n' ? ' ' : c;
    if (line.size() <= enough) return line;
    line.resize(enough);
    line.resize(nlu::well_formed_bytes(line));
    return line + "…";
}

}  // namespace

std::vector<Played> play(const Script& script, const Inputs& inputs, const std::vector<int>& numbers) {
    std::vector<Played> played;
    State state = new_conversation(script, 0);
    for (const int number : numbers) {
        const Input& input = inputs[number];
        state.at = 0;
        state = prepared(script, std::move(state), input);
        Played one{state, number, turn(script, state, input.event, input.after)};
        state = one.turn.state;
        played.push_back(std::move(one));
    }
    return played;
}

std::vector<std::string> transcript(const Inputs& inputs, const std::vector<int>& numbers,
                                    const std::vector<Played>& played) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        lines.push_back("visitor: " + inputs[numbers[i]].shown);
        for (const Reply& reply : played[i].turn.replies)
            lines.push_back("bot (" + reply.line + "): " + cut(reply.text));
    }
    return lines;
}

}  // namespace attune::dialogs
