#include "nlu/text/english_words.hpp"

#include <cstddef>

// Seven hundred kilobytes that no compiler should have to read as a literal.
__asm__(
    ".section .rodata\n"
    "attune_english_words:\n"
    ".incbin \"" ATTUNE_ENGLISH_WORDS
    "\"\n"
    "attune_english_words_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const char attune_english_words[];
extern const char attune_english_words_end[];
}

namespace attune::nlu {

std::string_view english_words() {
    return {attune_english_words, static_cast<std::size_t>(attune_english_words_end - attune_english_words)};
}

bool is_line_of(std::string_view list, std::string_view word) {
    std::size_t from = 0;  // both are beginnings of lines
    std::size_t to = list.size();
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        const std::size_t before = middle == 0 ? std::string_view::npos : list.rfind('\n', middle - 1);
        const std::size_t begin = before == std::string_view::npos || before < from ? from : before + 1;
        std::size_t end = list.find('\n', begin);
        if (end == std::string_view::npos) end = list.size();
        const int order = list.substr(begin, end - begin).compare(word);
        if (order == 0) return true;
        if (order < 0) {
            from = end + 1;
        } else {
            to = begin;
        }
    }
    return false;
}

}  // namespace attune::nlu
