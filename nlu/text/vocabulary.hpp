#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace attune::nlu {

/// Which of several words a disguise may stand for: `l` and `i` both hide behind `1`.
enum class Reading { first, last };

/// The words that patterns ask for, and how to find one behind a disguise. Immutable; safe from any thread.
class Vocabulary {
public:
    Vocabulary() = default;

    /// @param words  normalised; stems end in `*`.
    explicit Vocabulary(const std::vector<std::string>& words);

    /// True for a word that is asked for, also by its stem. O(1).
    bool has(std::string_view word) const;

    /// The words of the vocabulary that `written` stands for, a space after each; empty when there are none.
    /// `written` is folded, may hold apostrophes, signs for letters (`k!ll`) and `*` for any vowel.
    /// Digits and signs are read as letters, repeats as one letter, only where something of the kind is
    /// there: a plain word is never taken for another. O(bytes).
    std::string known(std::string_view written, Reading reading) const;

    /// Bytes of the longest word.
    std::size_t longest() const { return longest_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;
    using Skeletons = std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>>;

    bool has_stem(std::string_view word, std::size_t shortest) const;
    std::string written_out(std::string_view written) const;
    std::string with_one_apostrophe(std::string_view written, const std::string& bare) const;
    std::string behind_skeleton(std::string_view written, Reading reading) const;
    std::string behind_stars(std::string_view written) const;

    Words words_;
    Words stems_;
    Skeletons word_skeletons_;
    Skeletons stem_skeletons_;
    std::vector<std::size_t> stem_lengths_;  // in bytes, of stems and their skeletons, ascending
    std::size_t longest_ = 0;
};

/// True for a sign that stands for a letter (`@` for a) or, `*`, for any vowel.
bool is_letter_sign(char32_t c);

/// True when `word` mixes letters with digits or signs, or repeats a letter three times.
bool looks_disguised(std::string_view word);

}  // namespace attune::nlu
