#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/language/source.hpp"

namespace attune::dialogs {

/// Bytes [begin, end) of a file that become `text`.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// Where the value stands in the file it was read from, from its first to behind its last byte. Nothing for a
/// key without a value and for texts over several lines. O(bytes).
std::optional<TextEdit> extent_of(const std::string& content, const Node& value);

/// The content with all edits made. They do not overlap. O(bytes × edits).
std::string edited(std::string content, std::vector<TextEdit> edits);

}  // namespace attune::dialogs
