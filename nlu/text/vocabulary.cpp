#include "nlu/text/vocabulary.hpp"

#include <algorithm>

#include "nlu/text/contractions.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

constexpr std::string_view vowels = "aeiou";

bool is_latin(char c) {
    return c >= 'a' && c <= 'z';
}

// One letter for all that look alike; l and i are one, for 1 stands for both.
char class_of(char c) {
    switch (c) {
        case '0':
            return 'o';
        case '1':
        case '!':
        case '|':
        case 'l':
            return 'i';
        case '3':
            return 'e';
        case '4':
        case '@':
            return 'a';
        case '5':
        case '$':
            return 's';
        case '6':
        case '9':
            return 'g';
        case '7':
        case '+':
            return 't';
        case '8':
            return 'b';
        default:
            return c;
    }
}

// Repeats go first, so that the two l of `kill` do not run into its i.
std::string skeleton(std::string_view word) {
    std::string once(word);
    once.erase(std::unique(once.begin(), once.end()), once.end());
    std::transform(once.begin(), once.end(), once.begin(), class_of);
    return once;
}

bool has_sign(std::string_view word) {
    return std::any_of(word.begin(), word.end(),
                       [](char c) { return is_letter_sign(static_cast<unsigned char>(c)); });
}

std::string spaced(std::string_view word) {
    return std::string(word) + " ";
}

}  // namespace

bool is_letter_sign(char32_t c) {
    return c == U'!' || c == U'|' || c == U'@' || c == U'$' || c == U'+' || c == U'*';
}

bool looks_disguised(std::string_view word) {
    bool letter = false;
    bool other = false;
    bool repeat = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        letter = letter || is_latin(word[i]);
        other = other || (!is_latin(word[i]) && class_of(word[i]) != word[i]);
        repeat = repeat || (i >= 2 && word[i] == word[i - 1] && word[i] == word[i - 2]);
    }
    return letter && (other || repeat);
}

Vocabulary::Vocabulary(const std::vector<std::string>& words) {
    for (const std::string& entry : words) {
        const bool stem = entry.ends_with('*');
        const std::string word = stem ? entry.substr(0, entry.size() - 1) : entry;
        if (!(stem ? stems_ : words_).insert(word).second) continue;
        const std::string bones = skeleton(word);
        (stem ? stem_skeletons_ : word_skeletons_)[bones].push_back(word);
        longest_ = std::max(longest_, word.size());
        if (stem) stem_lengths_.insert(stem_lengths_.end(), {word.size(), bones.size()});
    }
    std::sort(stem_lengths_.begin(), stem_lengths_.end());
    stem_lengths_.erase(std::unique(stem_lengths_.begin(), stem_lengths_.end()), stem_lengths_.end());
}

bool Vocabulary::has(std::string_view word) const {
    return words_.contains(word) || has_stem(word, 1);
}

bool Vocabulary::has_stem(std::string_view word, std::size_t shortest) const {
    const auto fits = [&](std::size_t length) {
        return length >= shortest && length <= word.size() && stems_.contains(word.substr(0, length));
    };
    return std::any_of(stem_lengths_.begin(), stem_lengths_.end(), fits);
}

std::string Vocabulary::known(std::string_view written, Reading reading) const {
    std::string bare(written);
    std::erase(bare, '\'');
    if (bare.find('*') != std::string::npos) return behind_stars(bare);
    if (!has_sign(bare)) {
        if (std::string words = written_out(written); !words.empty()) return words;
        if (std::string words = with_one_apostrophe(written, bare); !words.empty()) return words;
        if (has(bare)) return spaced(bare);
        if (bare == "2") return "to ";
    }
    return looks_disguised(bare) ? behind_skeleton(bare, reading) : std::string();
}

std::string Vocabulary::written_out(std::string_view written) const {
    std::string words;
    append_written_out(words, written);
    const std::vector<std::string_view> each = split_words(words);
    const bool all =
        std::all_of(each.begin(), each.end(), [this](std::string_view word) { return has(word); });
    return all ? words : std::string();
}

// "i'l'l" for "i'll".
std::string Vocabulary::with_one_apostrophe(std::string_view written, const std::string& bare) const {
    constexpr std::size_t most = 5;
    const std::size_t count = written.size() - bare.size();
    if (count < 2 || count > most) return {};
    std::size_t letters = 0;
    for (const char c : written) {
        if (c != '\'') {
            ++letters;
            continue;
        }
        std::string words = written_out(std::string(bare).insert(letters, 1, '\''));
        if (!words.empty()) return words;
    }
    return {};
}

std::string Vocabulary::behind_stars(std::string_view written) const {
    for (const char vowel : vowels) {
        std::string word(written);
        std::replace(word.begin(), word.end(), '*', vowel);
        if (words_.contains(word) || has_stem(word, written.rfind('*') + 1)) return spaced(word);
    }
    return {};
}

std::string Vocabulary::behind_skeleton(std::string_view written, Reading reading) const {
    const auto pick = [reading](const std::vector<std::string>& words) {
        return spaced(reading == Reading::first ? words.front() : words.back());
    };
    const std::string bones = skeleton(written);
    const std::string_view view = bones;
    if (const auto entry = word_skeletons_.find(view); entry != word_skeletons_.end())
        return pick(entry->second);
    constexpr std::size_t long_enough = 3;  // shorter beginnings are in too many words
    for (auto length = stem_lengths_.rbegin(); length != stem_lengths_.rend() && *length >= long_enough;
         ++length) {
        if (*length > view.size()) continue;
        const auto entry = stem_skeletons_.find(view.substr(0, *length));
        if (entry != stem_skeletons_.end()) return pick(entry->second);
    }
    return {};
}

}  // namespace attune::nlu
