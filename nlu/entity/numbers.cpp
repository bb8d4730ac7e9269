#include "nlu/entity/numbers.hpp"

#include <charconv>
#include <string>
#include <unordered_map>

namespace attune::nlu {
namespace {

using Words = std::vector<std::string_view>;

constexpr int ten = 10;
constexpr int hundred = 100;
constexpr int thousand = 1000;

std::string_view word_at(const Words& words, std::size_t at) {
    return at < words.size() ? words[at] : std::string_view();
}

bool is_article(std::string_view word) {
    return word == "a" || word == "an";
}

/// "a couple of", "half a dozen".
std::optional<Number> everyday_at(const Words& words, std::size_t at) {
    const std::size_t article = is_article(words[at]) ? 1 : 0;
    const std::string_view word = word_at(words, at + article);
    if (word == "couple") return Number{2, article + (word_at(words, at + article + 1) == "of" ? 2U : 1U)};
    if (word == "dozen") return Number{12, article + 1};
    if (words[at] == "half" && word_at(words, at + 1) == "a" && word_at(words, at + 2) == "dozen") return Number{6, 3};
    return std::nullopt;
}

/// "25", and "1 200", but not the year and month of "2026 11 25".
std::optional<Number> digits_at(const Words& words, std::size_t at) {
    const auto number = digits_of(words[at]);
    if (!number) return std::nullopt;
    const std::string_view next = word_at(words, at + 1);
    const bool is_grouped = words[at].size() <= 3 && *number > 0 && next.size() == 3 && digits_of(next);
    if (is_grouped && *number < thousand) return Number{*number * thousand + *digits_of(next), 2};
    return Number{*number, 1};
}

/// Below a hundred: "five", "twenty five".
std::optional<Number> below_hundred(const Words& words, std::size_t at) {
    const auto first = small_number(word_at(words, at));
    if (!first) return std::nullopt;
    const auto second = small_number(word_at(words, at + 1));
    const bool is_joined = *first >= 2 * ten && second && *second > 0 && *second < ten;
    return is_joined ? Number{*first + *second, 2} : Number{*first, 1};
}

/// Adds what stands behind "hundred" or "thousand": "and five".
void add_rest(Number& number, const Words& words, std::size_t at, long long below) {
    const std::size_t joint = word_at(words, at + number.words) == "and" ? 1 : 0;
    const auto rest = below_hundred(words, at + number.words + joint);
    if (!rest || rest->value >= below || rest->value == 0) return;
    number.value += rest->value;
    number.words += joint + rest->words;
}

std::optional<Number> words_at(const Words& words, std::size_t at) {
    std::optional<Number> number = below_hundred(words, at);
    if (!number && is_article(words[at])) number = Number{1, 1};
    if (!number) return std::nullopt;
    const bool is_article_alone = is_article(words[at]);
    bool is_large = false;
    for (const auto& [name, size] : {std::pair{"hundred", hundred}, std::pair{"thousand", thousand}}) {
        if (word_at(words, at + number->words) != name) continue;
        number->value *= size;
        ++number->words;
        add_rest(*number, words, at, hundred);
        is_large = true;
    }
    return is_article_alone && !is_large ? std::nullopt : number;
}

}  // namespace

std::optional<int> small_number(std::string_view word) {
    static const std::unordered_map<std::string_view, int> table = {
        {"zero", 0},     {"one", 1},       {"two", 2},        {"three", 3},    {"four", 4},      {"five", 5},
        {"six", 6},      {"seven", 7},     {"eight", 8},      {"nine", 9},     {"ten", 10},      {"eleven", 11},
        {"twelve", 12},  {"thirteen", 13}, {"fourteen", 14},  {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17},
        {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},    {"fifty", 50},
        {"sixty", 60},   {"seventy", 70},  {"eighty", 80},    {"ninety", 90}};
    const auto found = table.find(word);
    return found == table.end() ? std::nullopt : std::optional<int>(found->second);
}

std::optional<long long> digits_of(std::string_view word) {
    long long number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_whole = error == std::errc{} && end == word.data() + word.size();
    return is_whole && number >= 0 && number <= largest_number ? std::optional<long long>(number) : std::nullopt;
}

std::optional<Number> number_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return std::nullopt;
    if (auto number = everyday_at(words, at)) return number;
    if (auto number = digits_at(words, at)) return number;
    return words_at(words, at);
}

}  // namespace attune::nlu
