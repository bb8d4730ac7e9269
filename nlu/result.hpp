#pragma once

#include <string>
#include <tl/expected.hpp>

namespace attune {

/// Why an operation failed: the short list that callers may branch on.
enum class Errc {
    invalid_input,   ///< what was given is malformed; mend it and try again
    limit_exceeded,  ///< too long, too many, too deep
    not_found,       ///< no such thing, or no longer
    conflict,        ///< somebody else changed it meanwhile, or the id was used for something else
    unauthorized,    ///< the secret given does not fit
    unavailable,     ///< the outside world does not answer (disk, network): try again later
    internal,        ///< a broken invariant of ours
};

/// An expected failure. `message` is for operators and authors: one sentence without a visitor's words.
struct Error {
    Errc code = Errc::internal;
    std::string message;
};

/// A value, or why there is none. Becomes `std::expected` once the compiler has it.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Errc code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace attune
