#include "dialogs/analysis/checks/reading_grade.hpp"

#include <algorithm>
#include <string>

namespace attune::dialogs {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Calls `word` for every word and `end` at every end of a sentence.
template <class Word, class End>
void read(std::string_view text, Word word, End end) {
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (is_letter(c)) {
            const std::size_t begin = at;
            while (at < text.size() && (is_letter(text[at]) || text[at] == '\'')) ++at;
            word(text.substr(begin, at - begin));
            continue;
        }
        const bool ends = c == '.' || c == '?' || c == '!' || c == ':' || c == '\n';
        if (ends && (at + 1 == text.size() || c == '\n' || text[at + 1] == ' ' || text[at + 1] == '\n' ||
                     text[at + 1] == '"'))
            end();
        ++at;
    }
}

}  // namespace

int syllables(std::string_view written) {
    std::string word;
    for (const char c : written) {
        if (is_letter(c)) word += small(c);
    }
    int count = 0;
    bool in_vowels = false;
    for (const char c : word) {
        const bool vowel = is_vowel(c);
        count += vowel && !in_vowels ? 1 : 0;
        in_vowels = vowel;
    }
    const auto ends = [&](std::string_view tail) { return word.ends_with(tail); };
    const bool silent = ends("e") && !ends("le") && !ends("ee") && !ends("ye");
    const bool silent_ed = ends("ed") && !ends("ted") && !ends("ded");
    const bool silent_es = ends("es") && !ends("ses") && !ends("ces") && !ends("ges") && !ends("xes") &&
                           !ends("zes") && !ends("ches") && !ends("shes") && !ends("ies");
    if (count > 1 && (silent || silent_ed || silent_es)) --count;
    return std::max(count, 1);
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    read(
        text, [&](std::string_view) { ++words; }, [] {});
    return words;
}

double reading_grade(std::string_view text) {
    double words = 0;
    double sounds = 0;
    double sentences = 0;
    bool open = false;
    read(
        text,
        [&](std::string_view word) {
            ++words;
            sounds += syllables(word);
            open = true;
        },
        [&] {
            sentences += open ? 1 : 0;
            open = false;
        });
    if (open) ++sentences;
    if (words < static_cast<double>(fewest_words)) return 0;
    return 0.39 * words / sentences + 11.8 * sounds / words - 15.59;
}

}  // namespace attune::dialogs
