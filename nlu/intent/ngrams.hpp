#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nlu/encoder/bytes.hpp"

namespace attune::nlu {

/// Features that are there, by ascending index, each with its weight.
using SparseVector = std::vector<std::pair<std::uint32_t, float>>;

/// Words, pairs of neighbouring words, and runs of three to five letters inside a word, as far as the examples had them
/// more than once. Immutable; safe from any thread.
class Ngrams {
public:
    Ngrams() = default;
    /// @param texts  normalised, as `normalise` gives them.
    explicit Ngrams(const std::vector<std::string>& texts);

    /// The features of a normalised text, a vector of length 1 (empty where nothing is known). O(bytes).
    SparseVector of(std::string_view words) const;

    std::size_t size() const { return rareness_.size(); }

    void write(ByteWriter& out) const;
    /// Nothing but an empty set where the bytes are not what `write` wrote.
    static Ngrams read(ByteReader& in);

private:
    void index();

    std::vector<std::uint64_t> names_;  // hashes: what an n-gram was need not be known again
    std::vector<float> rareness_;       // logarithm of how few examples have it
    std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

}  // namespace attune::nlu
