#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/text/vocabulary.hpp"
#include "nlu/text/word_counts.hpp"

namespace attune::nlu {

/// A word that was taken for another.
struct Repair {
    std::string written;  ///< in small letters: a visitor's word, never to be logged
    std::string meant;

    friend bool operator==(const Repair&, const Repair&) = default;
};

/// A text with its slips mended, and which they were.
struct Mended {
    std::string text;  ///< the text as it was, but for the repairs
    std::vector<Repair> repairs;
};

/// Mends slips of the finger and of the phone in the words that a bot knows: "avoident", "therapsit",
/// "soooo", "alot", "thera pist". A word that the language has is never mended, nor a name, nor a word of
/// danger; so what it does not know, it mostly leaves alone. Never to be used in place of what was written
/// where danger is looked for. Immutable; safe from any thread; cheap to copy.
class Speller {
public:
    /// Mends nothing.
    Speller() = default;

    /// @param heard     the words of messages, normalised: the more often one is there, the likelier it is
    /// meant. Into those
    ///                  that the language has is anything mended, and
    /// @param own       into the words that the bot itself is made of, spelled as they should be.
    /// @param language  all words of the language, one a line and sorted; must outlive the speller.
    /// Cost: some ten milliseconds for 6,000 words.
    Speller(WordCounts heard, const std::vector<std::string>& own, std::string_view language);

    /// @param danger  words that are not to be touched.
    /// Pure; O(bytes), some microseconds for a word that is not known.
    Mended mended(std::string_view text, const Vocabulary& danger) const;

private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

}  // namespace attune::nlu
