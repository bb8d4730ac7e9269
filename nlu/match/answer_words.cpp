#include "nlu/match/answer_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "nlu/entity/numbers.hpp"
#include "nlu/text/slip.hpp"

namespace attune::nlu {
namespace {

using Set = std::unordered_set<std::string_view>;

const Set& words_before() {
    static const Set set = {
        "please", "pls", "the",  "um",   "uh",    "er",     "erm",      "hm",     "hmm",   "ok", "okay",
        "well",   "so",  "oh",   "i",    "think", "guess",  "would",    "like",   "want",  "to", "choose",
        "pick",   "go",  "with", "let",  "us",    "number", "option",   "answer", "it",    "is", "my",
        "choice", "say", "will", "take", "for",   "maybe",  "probably", "that",   "prefer"};
    return set;
}

const Set& words_behind() {
    static const Set set = {"please",   "pls",    "thanks", "thank", "you",   "thx",   "one",
                            "ones",     "option", "then",   "i",     "think", "guess", "maybe",
                            "probably", "for",    "me",     "ok",    "okay",  "now"};
    return set;
}

const Set& minor_words() {
    static const Set set = {"the", "a",    "an",   "of",   "to",   "is",   "am",   "are",  "be",
                            "i",   "my",   "me",   "it",   "that", "in",   "on",   "for",  "with",
                            "and", "or",   "at",   "this", "so",   "do",   "you",  "your", "we",
                            "our", "very", "have", "has",  "was",  "were", "just", "about"};
    return set;
}

const std::unordered_map<std::string_view, int>& place_words() {
    static const std::unordered_map<std::string_view, int> table = {
        {"last", 0},  {"first", 1},   {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5},
        {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10}};
    return table;
}

constexpr long long most_options = 999;

std::optional<int> digits(std::string_view word) {
    const auto value = digits_of(word);
    if (word.size() > 3 || !value || *value < 1 || *value > most_options) return std::nullopt;
    return static_cast<int>(*value);
}

}  // namespace

Words without_fillers(Words words) {
    auto begin = words.begin();
    auto end = words.end();
    while (end - begin > 1 && words_before().contains(*begin)) ++begin;
    while (end - begin > 1 && words_behind().contains(*(end - 1))) --end;
    return {begin, end};
}

bool is_filler(std::string_view word) {
    return words_before().contains(word) || (words_behind().contains(word) && word != "one");
}

Words without_minor_words(Words words) {
    std::erase_if(words, [](std::string_view word) { return minor_words().contains(word); });
    return words;
}

std::optional<int> number_of(std::string_view word) {
    constexpr int most_in_words = 20;
    const auto small = small_number(word);
    if (small && *small >= 1 && *small <= most_in_words) return small;
    return digits(word);
}

std::optional<int> place_of(std::string_view word) {
    const auto entry = place_words().find(word);
    if (entry != place_words().end()) return entry->second;
    if (word.size() < 3) return std::nullopt;
    static const Set endings = {"st", "nd", "rd", "th"};
    if (!endings.contains(word.substr(word.size() - 2))) return std::nullopt;
    return digits(word.substr(0, word.size() - 2));
}

bool is_joint(std::string_view word) {
    static const Set set = {"and", "plus", "also", "or", "n", "then", "as", "well", "both"};
    return set.contains(word);
}

bool is_slip_of(std::string_view word, std::string_view other) {
    if (word == other) return true;
    constexpr std::size_t long_enough = 5;
    return std::max(word.size(), other.size()) >= long_enough && is_one_slip_apart(word, other);
}

bool is_negated(const Words& words, std::size_t at) {
    static const std::unordered_set<std::string_view> negations = {"not",     "never",   "no",
                                                                   "without", "neither", "nor"};
    constexpr std::size_t near = 3;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at > near ? at - near : 0);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(at);
    return std::any_of(begin, end, [](std::string_view word) { return negations.contains(word); });
}

std::optional<std::size_t> find_row(const Words& words, const Words& part, std::size_t from) {
    if (part.empty() || from > words.size()) return std::nullopt;
    const auto found =
        std::search(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), part.begin(), part.end());
    if (found == words.end()) return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

}  // namespace attune::nlu
