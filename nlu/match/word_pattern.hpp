#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace attune::nlu {

/// Named lists of words or phrases that patterns use as `@name`. A phrase is written in the pattern
/// language itself, without lists of its own.
using WordLists = std::map<std::string, std::vector<std::string>>;

/// A compiled word pattern. Immutable value.
struct WordPattern {
    std::string source;   ///< as the author wrote it
    std::string regex;    ///< RE2 syntax, to be searched for in normalised text
    int specificity = 0;  ///< words that must be there: the more, the more precise the pattern
    bool whole = false;   ///< written with `just:`, so it covers the whole message
    std::vector<std::string>
        needs;  ///< one of these words is in every match (`therap*`: one that starts so); empty: unknown
    std::vector<std::string> words;  ///< all words of the pattern, written likewise
};

/// What is wrong with a pattern, and where.
struct PatternError {
    std::size_t offset = 0;  ///< byte in the pattern, from 0
    std::string found;
    std::string expected;
};

/// Compiles one word pattern.
///
/// | write             | means                                          |
/// | `attachment style`| these words in a row, anywhere in the message  |
/// | `(child | son)`   | one of these                                   |
/// | `a b | c d`       | at top level too: one of these                 |
/// | `[the]`           | may be missing                                 |
/// | `therap*`         | a word that starts so                          |
/// | `...`, `..5`      | up to 3, up to 5 (at most 9) words between     |
/// | `@partner`        | a word of the list `partner`                   |
/// | `<number>`        | a number in digits                             |
/// | `just: that is all` | the whole message                            |
///
/// Words are normalised as messages are, so `don't` in a pattern fits "dont" in a message.
/// Errors name the offset in the pattern: unclosed bracket, unknown list, empty alternative, a pattern that
/// would match the empty message, a gap at an end, more than `max_pattern_bytes`, more than `max_regex_bytes`
/// once the lists are written out, a bracket that touches a word.
/// Pure; O(pattern × list sizes).
tl::expected<WordPattern, PatternError> compile_pattern(std::string_view pattern, const WordLists& lists);

inline constexpr std::size_t max_pattern_bytes = 1000;
inline constexpr std::size_t max_regex_bytes = 32 * 1024;

}  // namespace attune::nlu
