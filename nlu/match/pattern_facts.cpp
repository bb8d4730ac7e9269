#include "nlu/match/pattern_facts.hpp"

#include <algorithm>
#include <iterator>

namespace attune::nlu {
namespace {

using Kind = PatternNode::Kind;
using Branches = std::vector<PatternSequence>;

void append_regex(std::string& regex, const Branches& branches);

void append_regex(std::string& regex, const PatternNode& node) {
    switch (node.kind) {
        case Kind::word:  // letters, digits, marks and emoji only: nothing to escape
            regex += node.text + " ";
            return;
        case Kind::stem:
            regex += node.text + "\\S* ";
            return;
        case Kind::number:
            regex += "[0-9]+ ";
            return;
        case Kind::gap:
            regex += "(?:\\S+ ){0," + std::to_string(node.most) + "}";
            return;
        case Kind::choice:
        case Kind::optional:
            regex += "(?:";
            append_regex(regex, node.branches);
            regex += node.kind == Kind::optional ? ")?" : ")";
            return;
    }
}

void append_regex(std::string& regex, const Branches& branches) {
    for (const PatternSequence& sequence : branches) {
        if (&sequence != &branches.front()) regex += '|';
        for (const PatternNode& node : sequence) append_regex(regex, node);
    }
}

int least_words(const PatternNode& node) {
    if (node.kind == Kind::gap || node.kind == Kind::optional) return 0;
    return node.kind == Kind::choice ? nlu::least_words(node.branches) : 1;
}

// The length of the shortest word, for a set is as common as its commonest word; then fewer words.
bool is_rarer(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto shortest = [](const std::vector<std::string>& words) {
        const auto shorter = [](const std::string& x, const std::string& y) { return x.size() < y.size(); };
        return std::min_element(words.begin(), words.end(), shorter)->size();
    };
    if (a.empty() || b.empty()) return b.empty() && !a.empty();
    if (shortest(a) != shortest(b)) return shortest(a) > shortest(b);
    return a.size() < b.size();
}

std::vector<std::string> needed_words(const PatternNode& node) {
    switch (node.kind) {
        case Kind::word:
            return {node.text};
        case Kind::stem:
            return {node.text + "*"};
        case Kind::choice:
            return nlu::needed_words(node.branches);
        case Kind::number:
        case Kind::gap:
        case Kind::optional:
            break;
    }
    return {};
}

void sort_once(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

void gather_words(std::vector<std::string>& words, const Branches& branches) {
    for (const PatternSequence& sequence : branches) {
        for (const PatternNode& node : sequence) {
            if (node.kind == Kind::word) words.push_back(node.text);
            if (node.kind == Kind::stem) words.push_back(node.text + "*");
            gather_words(words, node.branches);
        }
    }
}

// `at` and `step` walk a sequence from its beginning or from its end.
template <class Iterator>
bool meets_gap(Iterator at, Iterator end, bool (*in_branches)(const Branches&)) {
    for (; at != end; ++at) {
        if (at->kind == Kind::gap || in_branches(at->branches)) return true;
        if (least_words(*at) > 0) return false;
    }
    return false;
}

}  // namespace

std::string regex_of(const PatternTree& tree) {
    std::string regex = tree.whole ? "^ " : " ";
    const bool several = tree.branches.size() > 1;
    if (several) regex += "(?:";
    append_regex(regex, tree.branches);
    if (several) regex += ")";
    return tree.whole ? regex + "$" : regex;
}

int least_words(const Branches& branches) {
    int least = -1;
    for (const PatternSequence& sequence : branches) {
        int count = 0;
        for (const PatternNode& node : sequence) count += least_words(node);
        least = least < 0 ? count : std::min(least, count);
    }
    return std::max(least, 0);
}

std::vector<std::string> needed_words(const Branches& branches) {
    std::vector<std::string> all;
    for (const PatternSequence& sequence : branches) {
        std::vector<std::string> best;
        for (const PatternNode& node : sequence) {
            std::vector<std::string> words = needed_words(node);
            if (is_rarer(words, best)) best = std::move(words);
        }
        if (best.empty()) return {};
        std::move(best.begin(), best.end(), std::back_inserter(all));
    }
    sort_once(all);
    return all;
}

std::vector<std::string> all_words(const Branches& branches) {
    std::vector<std::string> words;
    gather_words(words, branches);
    sort_once(words);
    return words;
}

bool begins_with_gap(const Branches& branches) {
    return std::any_of(branches.begin(), branches.end(), [](const PatternSequence& sequence) {
        return meets_gap(sequence.begin(), sequence.end(), begins_with_gap);
    });
}

bool ends_with_gap(const Branches& branches) {
    return std::any_of(branches.begin(), branches.end(), [](const PatternSequence& sequence) {
        return meets_gap(sequence.rbegin(), sequence.rend(), ends_with_gap);
    });
}

}  // namespace attune::nlu
