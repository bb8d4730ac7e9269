#include "nlu/text/word_counts.hpp"

#include "nlu/encoder/bytes.hpp"
#include "nlu/text/words.hpp"

namespace attune::nlu {
namespace {

std::uint64_t name_of_pair(std::string_view first, std::string_view second) {
    return hash_bytes(second, hash_bytes(" ", hash_bytes(first)));
}

}  // namespace

void WordCounts::add(std::string_view words, int times) {
    std::string_view before;
    for (const std::string_view word : split_words(words)) {
        words_[std::string(word)] += times;
        if (!before.empty()) pairs_[name_of_pair(before, word)] += times;
        before = word;
    }
}

int WordCounts::of(std::string_view word) const {
    const auto found = words_.find(std::string(word));
    return found == words_.end() ? 0 : found->second;
}

int WordCounts::of_pair(std::string_view first, std::string_view second) const {
    const auto found = pairs_.find(name_of_pair(first, second));
    return found == pairs_.end() ? 0 : found->second;
}

}  // namespace attune::nlu
