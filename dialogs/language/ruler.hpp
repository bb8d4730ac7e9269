#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "dialogs/language/diagnostic.hpp"

namespace attune::dialogs {

/// Turns bytes of a file into lines and columns; columns count code points, as editors do. Places asked for
/// in file order cost O(bytes) all together.
class Ruler {
public:
    /// `source` outlives this.
    Ruler(std::string file, std::string_view source) : file_(std::move(file)), source_(source) {}

    /// The place of the byte `at`, which is the byte `in_line` of line `line` (from 1).
    Place place(std::size_t at, std::size_t in_line, int line);

    /// The place of the byte `at`. O(at).
    Place place(std::size_t at);

    const std::string& file() const { return file_; }

    /// What follows from the byte `at` on; empty behind the end.
    std::string_view from(std::size_t at) const { return at > source_.size() ? "" : source_.substr(at); }

private:
    std::string file_;
    std::string_view source_;
    int line_ = 0;  // of the place given last
    int column_ = 1;
    std::size_t at_ = 0;
};

/// Whether the quote that `source` begins with has its other end: the YAML reader overlooks a missing one.
/// O(quoted bytes).
bool is_closed(std::string_view source);

}  // namespace attune::dialogs
