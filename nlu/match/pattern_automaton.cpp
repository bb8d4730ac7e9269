#include "nlu/match/pattern_automaton.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace attune::nlu {

namespace {

// Words that no author writes: one that no pattern knows, and a number.
const std::string unknown_word = "\x01";
const std::string number_word = "1";

}  // namespace

PatternAutomaton::PatternAutomaton(const PatternTree& tree) : whole_(tree.whole) {
    start_ = add_state();
    end_ = append(start_, tree.branches);
}

int PatternAutomaton::add_state() {
    arrows_.emplace_back();
    return static_cast<int>(arrows_.size()) - 1;
}

int PatternAutomaton::append(int from, const std::vector<PatternSequence>& branches) {
    const int to = add_state();
    for (const PatternSequence& sequence : branches) {
        int at = from;
        for (const PatternNode& node : sequence) at = append(at, node);
        arrows_[static_cast<std::size_t>(at)].push_back({Arrow::Kind::nothing, "", to});
    }
    return to;
}

int PatternAutomaton::append(int from, const PatternNode& node) {
    using Kind = PatternNode::Kind;
    if (node.kind == Kind::choice || node.kind == Kind::optional) {
        const int to = append(from, node.branches);
        if (node.kind == Kind::optional)
            arrows_[static_cast<std::size_t>(from)].push_back({Arrow::Kind::nothing, "", to});
        return to;
    }
    if (node.kind == Kind::gap) {
        const int to = add_state();
        int at = from;
        for (int i = 0; i < node.most; ++i) {
            arrows_[static_cast<std::size_t>(at)].push_back({Arrow::Kind::nothing, "", to});
            const int next = add_state();
            arrows_[static_cast<std::size_t>(at)].push_back({Arrow::Kind::any, "", next});
            at = next;
        }
        arrows_[static_cast<std::size_t>(at)].push_back({Arrow::Kind::nothing, "", to});
        return to;
    }
    const int to = add_state();
    const auto kind = node.kind == Kind::word   ? Arrow::Kind::word
                      : node.kind == Kind::stem ? Arrow::Kind::stem
                                                : Arrow::Kind::number;
    arrows_[static_cast<std::size_t>(from)].push_back({kind, node.text, to});
    return to;
}

bool PatternAutomaton::takes(const Arrow& arrow, std::string_view word) {
    switch (arrow.kind) {
        case Arrow::Kind::word:
            return arrow.text == word;
        case Arrow::Kind::stem:
            return word.starts_with(arrow.text);
        case Arrow::Kind::number:
            return !word.empty() &&
                   std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        case Arrow::Kind::any:
            return true;
        case Arrow::Kind::nothing:
            return false;
    }
    return false;
}

PatternAutomaton::States PatternAutomaton::closed(States states) const {
    std::set<int> all(states.begin(), states.end());
    while (!states.empty()) {
        const int at = states.back();
        states.pop_back();
        for (const Arrow& arrow : arrows_[static_cast<std::size_t>(at)]) {
            if (arrow.kind == Arrow::Kind::nothing && all.insert(arrow.to).second) states.push_back(arrow.to);
        }
    }
    return {all.begin(), all.end()};
}

// `searching`: the pattern may begin anywhere, and once it was found nothing more matters.
PatternAutomaton::States PatternAutomaton::step(const States& from, std::string_view word,
                                                bool searching) const {
    if (searching && is_final(from)) return from;
    States to;
    if (searching) to.push_back(start_);
    for (const int at : from) {
        for (const Arrow& arrow : arrows_[static_cast<std::size_t>(at)]) {
            if (takes(arrow, word)) to.push_back(arrow.to);
        }
    }
    return closed(std::move(to));
}

bool PatternAutomaton::is_final(const States& states) const {
    return std::binary_search(states.begin(), states.end(), end_);
}

void PatternAutomaton::gather_words(std::vector<std::string>& words) const {
    for (const auto& arrows : arrows_) {
        for (const Arrow& arrow : arrows) {
            if (arrow.kind == Arrow::Kind::word || arrow.kind == Arrow::Kind::stem)
                words.push_back(arrow.text);
            // A word that starts so and is not the stem itself.
            if (arrow.kind == Arrow::Kind::stem) words.push_back(arrow.text + unknown_word);
        }
    }
}

std::string PatternAutomaton::shortest() const {
    std::deque<std::pair<int, std::string>> open = {{start_, ""}};
    std::set<int> seen = {start_};
    while (!open.empty()) {
        const auto [at, text] = open.front();
        open.pop_front();
        if (at == end_) return text;
        for (const Arrow& arrow : arrows_[static_cast<std::size_t>(at)]) {
            if (!seen.insert(arrow.to).second) continue;
            if (arrow.kind == Arrow::Kind::nothing) {
                open.emplace_front(arrow.to, text);
                continue;
            }
            const std::string word = arrow.kind == Arrow::Kind::number ? number_word
                                     : arrow.kind == Arrow::Kind::any  ? "so"
                                                                       : arrow.text;
            open.emplace_back(arrow.to, text.empty() ? word : text + " " + word);
        }
    }
    return "";
}

bool PatternAutomaton::is_inside(const PatternAutomaton& other) const {
    if (other.whole_ && !whole_) return false;
    std::vector<std::string> words = {unknown_word, number_word};
    gather_words(words);
    other.gather_words(words);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const bool searching = !other.whole_;
    std::set<std::pair<States, States>> seen;
    std::deque<std::pair<States, States>> open = {{closed({start_}), other.closed({other.start_})}};
    while (!open.empty()) {
        const auto [mine, theirs] = open.front();
        open.pop_front();
        if (is_final(mine) && !other.is_final(theirs)) return false;
        for (const std::string& word : words) {
            std::pair<States, States> next = {step(mine, word, false), other.step(theirs, word, searching)};
            if (next.first.empty() || !seen.insert(next).second) continue;
            if (seen.size() > max_pairs) return false;
            open.push_back(std::move(next));
        }
    }
    return true;
}

}  // namespace attune::nlu
