#include "nlu/text/written_words.hpp"

#include <utility>

namespace attune::nlu {
namespace {

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Bytes of the apostrophe at `at`; 0 where none is.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '\'') return 1;
    return text.substr(at).starts_with(curly_apostrophe) ? curly_apostrophe.size() : 0;
}

bool is_plain_sign(char c) {
    return is_space(c) || std::string_view(",;:!?()\"-'").find(c) != std::string_view::npos;
}

/// What may stand right behind a word: no digit, sign or mark that would make it another one.
bool may_follow(std::string_view text, std::size_t at) {
    if (at >= text.size() || is_plain_sign(text[at])) return true;
    if (text[at] == '.') return at + 1 == text.size() || is_space(text[at + 1]) || text[at + 1] == '.';
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xF0 || text.substr(at).starts_with("\xE2\x80");  // an emoji, a dash, three dots
}

bool may_precede(std::string_view text, std::size_t at) {
    if (at == 0 || is_plain_sign(text[at - 1])) return true;
    if (text[at - 1] == '.') return at >= 2 && text[at - 2] == '.';
    if (at >= 3 && text.substr(at - 3, 2) == "\xE2\x80") return true;
    return at >= 4 && static_cast<unsigned char>(text[at - 4]) >= 0xF0;
}

bool begins_sentence(std::string_view text, std::size_t at) {
    while (at > 0 && (is_space(text[at - 1]) || text[at - 1] == '"' || text[at - 1] == '(')) {
        if (text[--at] == '\n') return true;
    }
    return at == 0 || std::string_view(".!?:").find(text[at - 1]) != std::string_view::npos ||
           static_cast<unsigned char>(text[at - 1]) >= 0x80;
}

WrittenWord word_at(std::string_view text, std::size_t at) {
    WrittenWord word;
    word.at = at;
    word.is_capital = text[at] <= 'Z';
    word.begins_sentence = begins_sentence(text, at);
    while (at < text.size()) {
        const std::size_t mark = apostrophe_at(text, at);
        const bool joins = mark > 0 && at + mark < text.size() && is_letter(text[at + mark]);
        if (!joins && !is_letter(text[at])) break;
        word.has_apostrophe = word.has_apostrophe || joins;
        at += joins ? mark : 0;
        word.letters += static_cast<char>(text[at++] | 0x20);
    }
    word.bytes = at - word.at;
    return word;
}

}  // namespace

std::vector<WrittenWord> written_words(std::string_view text) {
    std::vector<WrittenWord> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        WrittenWord word = word_at(text, at);
        at += word.bytes;
        if (may_precede(text, word.at) && may_follow(text, at)) words.push_back(std::move(word));
    }
    return words;
}

}  // namespace attune::nlu
