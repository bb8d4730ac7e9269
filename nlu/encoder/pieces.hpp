#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::nlu {

/// A piece of a word, and how likely it is (a logarithm).
struct Piece {
    std::string text;  ///< `▁` stands for a space
    float score = 0;
};

/// Cuts text into the most likely sequence of pieces. Immutable; safe from any thread.
class Pieces {
public:
    Pieces() = default;
    /// The first six pieces are signs of the model's own and never found in a text.
    explicit Pieces(std::vector<Piece> pieces);

    /// Ids of the pieces of `text`, in order, at most `max_pieces`. What no piece covers is 0, once for a run of it.
    /// Pure; O(code points × longest piece).
    /// Source: Kudo, "Subword Regularization" (2018), unigram language model, segmented by Viterbi's algorithm.
    std::vector<std::uint32_t> cut(std::string_view text) const;

    const std::vector<Piece>& all() const { return pieces_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Piece> pieces_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
    std::size_t longest_ = 0;  // in code points
};

/// The model was not made for longer texts; what is behind is not looked at.
inline constexpr std::size_t max_pieces = 128;

}  // namespace attune::nlu
