#include "dialogs/analysis/text_edit.hpp"

#include <algorithm>

namespace attune::dialogs {

namespace {

constexpr std::size_t nowhere = std::string::npos;

/// The byte of a place: columns count code points.
std::size_t byte_at(const std::string& content, const Place& place) {
    std::size_t at = content.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < place.line; ++line) {
        at = content.find('\n', at);
        if (at == nowhere) return nowhere;
        ++at;
    }
    for (int column = 1; column < place.column && at < content.size(); ++column) {
        do ++at;
        while (at < content.size() && (static_cast<unsigned char>(content[at]) & 0xC0) == 0x80);
    }
    return at < content.size() ? at : nowhere;
}

/// Behind the quoted text that begins at `at`.
std::size_t end_of_quote(const std::string& content, std::size_t at) {
    const char quote = content[at];
    for (std::size_t i = at + 1; i < content.size(); ++i) {
        if (quote == '"' && content[i] == '\\') {
            ++i;
        } else if (content[i] == quote) {
            if (quote == '"' || i + 1 == content.size() || content[i + 1] != quote) return i + 1;
            ++i;
        }
    }
    return nowhere;
}

/// Behind the bracket that closes the one at `at`.
std::size_t end_of_bracket(const std::string& content, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < content.size(); ++i) {
        const char c = content[i];
        const bool begins = i > 0 && std::string_view(" ,[{\n").find(content[i - 1]) != nowhere;
        if ((c == '"' || c == '\'') && begins) {
            i = end_of_quote(content, i);
            if (i == nowhere) return nowhere;
            --i;
        } else if (c == '#' && begins) {
            i = content.find('\n', i);
            if (i == nowhere) return nowhere;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return nowhere;
}

std::size_t end_of_value(const std::string& content, const Node& value, std::size_t at) {
    const char first = content[at];
    if (value.kind == Node::Kind::text) {
        if (first == '"' || first == '\'') return end_of_quote(content, at);
        return content.compare(at, value.text.size(), value.text) == 0 ? at + value.text.size() : nowhere;
    }
    if (first == '[' || first == '{') return end_of_bracket(content, at);
    const Node* last = nullptr;
    if (!value.items.empty()) last = &value.items.back();
    if (!value.entries.empty()) last = &value.entries.back().value;
    const auto inner = last == nullptr ? std::nullopt : extent_of(content, *last);
    return inner ? inner->end : nowhere;
}

}  // namespace

std::optional<TextEdit> extent_of(const std::string& content, const Node& value) {
    if (value.kind == Node::Kind::nothing) return std::nullopt;
    const std::size_t begin = byte_at(content, value.place);
    const std::size_t end = begin == nowhere ? nowhere : end_of_value(content, value, begin);
    if (end == nowhere) return std::nullopt;
    return TextEdit{begin, end, ""};
}

std::string edited(std::string content, std::vector<TextEdit> edits) {
    std::sort(edits.begin(), edits.end(),
              [](const TextEdit& a, const TextEdit& b) { return a.begin > b.begin; });
    for (const TextEdit& edit : edits) content.replace(edit.begin, edit.end - edit.begin, edit.text);
    return content;
}

}  // namespace attune::dialogs
