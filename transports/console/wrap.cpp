#include "transports/console/wrap.hpp"

#include <algorithm>

namespace attune::transports {

namespace {

constexpr std::string_view bullet = "• ";

/// Code points, which is near enough to columns for the languages we have.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Takes what stands before the next `end` off `text`, and the `end` too.
std::string_view take(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

void wrap_line(std::string_view line, std::size_t width, const std::string& indent, std::string& wrapped) {
    const std::string hanging = line.starts_with(bullet) ? indent + "  " : indent;
    std::string row = indent;
    bool has_word = false;
    while (!line.empty()) {
        const std::string_view word = take(line, ' ');
        if (word.empty()) continue;
        if (has_word && columns(row) + 1 + columns(word) > width) {
            wrapped += row + "\n";
            row = hanging;
            has_word = false;
        }
        if (has_word) row += ' ';
        row += word;
        has_word = true;
    }
    wrapped += (has_word ? row : "") + "\n";
}

}  // namespace

std::string wrap(std::string_view text, std::size_t width, std::string_view indent) {
    std::string wrapped;
    do {
        wrap_line(take(text, '\n'), width, std::string(indent), wrapped);
    } while (!text.empty());
    return wrapped;
}

}  // namespace attune::transports
