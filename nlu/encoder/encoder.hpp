#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "nlu/result.hpp"

namespace attune::nlu {

/// Turns a sentence into numbers that are near each other where the meaning is. Immutable; safe from any thread; cheap
/// to copy.
///
/// It is Universal Sentence Encoder lite (Cer et al., 2018; Google, Apache-2.0): a transformer of two layers and seven
/// million weights. The same text gives the same numbers, bit by bit, on every machine.
class Encoder {
public:
    /// @param bytes  as `write_weights` writes them; copied. Errors: `invalid_input`.
    static Result<Encoder> read(std::string_view bytes);

    /// A vector of length 1 (of zeros where there is no text). `text` is to be in NFKC; it is read up to
    /// `max_pieces` pieces. Pure. Cost: about 0.1 ms a piece on one core with AVX2.
    std::vector<float> encode(std::string_view text) const;

    /// How many numbers `encode` gives.
    std::size_t width() const;

    /// Names the weights: other weights have another name.
    std::uint64_t name() const;

private:
    struct Impl;
    explicit Encoder(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
    std::shared_ptr<const Impl> impl_;
};

}  // namespace attune::nlu
