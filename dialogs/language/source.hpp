#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/language/report.hpp"

namespace attune::dialogs {

struct Entry;

/// A YAML value of the strict subset, with its place.
struct Node {
    enum class Kind {
        nothing,  ///< a key without a value, or `null`
        text,
        list,
        map,
    };
    Kind kind = Kind::nothing;
    Place place;
    std::string text;
    std::string raw;  ///< the text as the file has it, quotes and escapes with it, up to the end of its line
    std::vector<Node> items;
    std::vector<Entry> entries;  ///< in file order; every key once

    /// Where the byte `offset` of `text` stands; the node's own place where that cannot be told (several
    /// lines, escapes by number). O(offset).
    Place place_of(std::size_t offset) const;
};

struct Entry {
    std::string key;
    Place place;  ///< of the key
    Node value;
};

/// Files with more levels, more keys in a map, or longer texts are refused.
inline constexpr std::size_t max_depth = 32;
inline constexpr std::size_t max_keys = 1000;
inline constexpr std::size_t max_scalar_bytes = 4096;

/// Reads one file. What is not in the subset (anchors, aliases, tags, a key twice, several documents, text that
/// is not UTF-8, control characters, what is over a limit above) is reported, and then there is nothing.
/// Never throws. O(bytes).
std::optional<Node> read_source(const std::string& file, const std::string& content, Report& report);

}  // namespace attune::dialogs
