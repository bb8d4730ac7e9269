#include "transports/channels/split_text.hpp"

#include <algorithm>

namespace attune::transports {

namespace {

bool is_follower(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// What a character beginning with this byte adds to the length.
std::size_t weight(Traits::Unit unit, char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (unit == Traits::Unit::bytes) return 1;
    if (is_follower(first)) return 0;
    return unit == Traits::Unit::utf16 && byte >= 0xF0 ? 2 : 1;
}

/// Where the longest beginning of at most `most` ends; never inside a character, but always further than 0.
std::size_t longest(std::string_view text, std::size_t most, Traits::Unit unit) {
    std::size_t length = 0;
    std::size_t whole = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_follower(text[at])) {
            if (length > most) break;
            whole = at;
        }
        length += weight(unit, text[at]);
    }
    if (length <= most) return text.size();
    return whole > 0 ? whole : std::min<std::size_t>(text.size(), 4);
}

enum class Rank { character, word, sentence, line, paragraph };

/// How good a cut before `at` is: what stands there is white space, or nothing is.
Rank rank_of(std::string_view text, std::size_t at) {
    const char here = text[at];
    if (here == '\n') return at + 1 < text.size() && text[at + 1] == '\n' ? Rank::paragraph : Rank::line;
    if (!is_space(here)) return Rank::character;
    const char before = text[at - 1];
    return before == '.' || before == '?' || before == ':' ? Rank::sentence : Rank::word;
}

/// Is the part of the sentence that is cut here one with a number? Then the words belong to it.
bool parts_a_number(std::string_view text, std::size_t at) {
    const auto ends = [&](std::size_t place) { return rank_of(text, place) >= Rank::sentence; };
    std::size_t first = at;
    while (first > 0 && !(first < at && ends(first))) --first;
    std::size_t last = at;
    while (last < text.size() && !ends(last)) ++last;
    const auto sentence = text.substr(first, last - first);
    return std::any_of(sentence.begin(), sentence.end(), is_digit);
}

bool inside_number(std::string_view text, std::size_t at) {
    const auto belongs = [](char c) { return is_digit(c) || c == '-' || c == '+'; };
    return belongs(text[at - 1]) && belongs(text[at]);
}

/// The best place to cut, at or before `limit`. A late cut of a lower rank loses against an earlier one of a
/// higher rank only in the second half: no piece is needlessly short.
std::size_t best_cut(std::string_view text, std::size_t limit) {
    for (Rank wanted : {Rank::paragraph, Rank::line, Rank::sentence}) {
        const std::size_t earliest = wanted == Rank::sentence ? 0 : limit / 3;
        for (std::size_t at = limit; at > earliest; --at) {
            if (rank_of(text, at) >= wanted) return at;
        }
    }
    for (std::size_t at = limit; at > 0; --at) {
        if (rank_of(text, at) == Rank::word && !parts_a_number(text, at)) return at;
    }
    for (std::size_t at = limit; at > 0; --at) {
        if (rank_of(text, at) == Rank::word && !(at + 1 < text.size() && is_digit(text[at + 1]))) return at;
    }
    for (std::size_t at = limit; at > 0; --at) {
        if (!is_follower(text[at]) && !inside_number(text, at)) return at;
    }
    return limit;
}

void trim(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
}

}  // namespace

std::size_t length_in(Traits::Unit unit, std::string_view text) {
    std::size_t length = 0;
    for (char c : text) length += weight(unit, c);
    return length;
}

std::vector<std::string> split_text(std::string_view text, std::size_t most, Traits::Unit unit) {
    most = std::max<std::size_t>(most, 16);
    std::vector<std::string> pieces;
    trim(text);
    while (!text.empty()) {
        const std::size_t limit = longest(text, most, unit);
        const std::size_t cut = limit == text.size() ? limit : best_cut(text, limit);
        std::string_view piece = text.substr(0, cut);
        text.remove_prefix(cut);
        trim(piece);
        trim(text);
        if (!piece.empty()) pieces.emplace_back(piece);
    }
    return pieces;
}

std::string shorten(std::string_view text, std::size_t most) {
    if (length_in(Traits::Unit::code_points, text) <= most) return std::string(text);
    std::string_view begin =
        text.substr(0, longest(text, most > 0 ? most - 1 : 0, Traits::Unit::code_points));
    trim(begin);
    return std::string(begin) + "…";
}

}  // namespace attune::transports
