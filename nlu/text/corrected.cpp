#include "nlu/text/corrected.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace attune::nlu {
namespace {

constexpr std::size_t most_taken_back = 4;  // words
constexpr std::size_t longest_text = 300;   // bytes: long messages tell stories, they do not correct

/// A word as it stands, without what closes a clause behind it.
struct Word {
    std::string_view text;
    std::string folded;
    bool ends_clause = false;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            Word word{text.substr(0, end), std::string(text.substr(0, end)), false};
            while (!word.folded.empty() && std::string_view(",.;:-").find(word.folded.back()) != std::string_view::npos) {
                word.ends_clause = true;
                word.folded.pop_back();
            }
            for (char& c : word.folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            words.push_back(std::move(word));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// "Not really, …" takes nothing back: it is an answer.
bool is_no_name(const std::string& word) {
    constexpr std::array<std::string_view, 14> answers = {"sure", "really", "yet", "now", "at", "much", "that",
                                                          "so", "always", "often", "today", "exactly", "only", "just"};
    return std::find(answers.begin(), answers.end(), word) != answers.end();
}

bool turns(const Word& word) {
    return word.folded == "but" || word.folded == "rather";
}

bool is_meant(const std::vector<Word>& words, std::size_t at) {
    return at + 1 < words.size() && words[at].folded == "i" && (words[at + 1].folded == "meant" || words[at + 1].folded == "mean");
}

/// The first word behind what is taken back from `at` on, or `at` itself where nothing is.
std::size_t behind_negated(const std::vector<Word>& words, std::size_t at) {
    if (words[at].folded != "not" || at + 1 == words.size() || is_no_name(words[at + 1].folded)) return at;
    const std::size_t last = std::min(words.size(), at + 1 + most_taken_back);
    for (std::size_t i = at + 1; i < last && i + 1 < words.size(); ++i) {
        if (turns(words[i + 1])) return i + 2 < words.size() ? i + 2 : at;
        if (words[i].ends_clause) return i + 1;
    }
    return at;
}

/// Where a correction begins in earnest: behind "no i meant", "sorry i mean".
std::size_t behind_opening(const std::vector<Word>& words) {
    constexpr std::array<std::string_view, 6> openings = {"no", "nope", "nah", "sorry", "oops", "wait"};
    std::size_t at = 0;
    while (at < words.size() && std::find(openings.begin(), openings.end(), words[at].folded) != openings.end()) ++at;
    const bool opens = at > 0 && is_meant(words, at) && at + 2 < words.size();
    return opens ? at + 2 : 0;
}

/// The text from the word `first` on, less what it takes back.
std::string left_of(std::string_view text, const std::vector<Word>& words, std::size_t first) {
    std::string left;
    bool changed = first > 0;
    for (std::size_t at = first; at < words.size();) {
        const std::size_t next = behind_negated(words, at);
        changed = changed || next != at;
        at = next;
        left += (left.empty() ? "" : " ") + std::string(words[at].text);
        ++at;
    }
    return changed ? left : std::string(text);
}

}  // namespace

std::string without_taken_back(std::string_view text) {
    return text.size() > longest_text ? std::string(text) : left_of(text, words_of(text), 0);
}

std::string corrected(std::string_view text) {
    if (text.size() > longest_text) return std::string(text);
    const std::vector<Word> words = words_of(text);
    return left_of(text, words, behind_opening(words));
}

}  // namespace attune::nlu
