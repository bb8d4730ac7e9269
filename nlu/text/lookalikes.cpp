#include "nlu/text/lookalikes.hpp"

#include <unordered_map>

#include "nlu/text/fold.hpp"
#include "nlu/text/utf8.hpp"

namespace attune::nlu {
namespace {

const std::unordered_map<char32_t, char>& imitated() {
    static const std::unordered_map<char32_t, char> table = {
        // Cyrillic
        {U'а', 'a'},
        {U'в', 'b'},
        {U'ь', 'b'},
        {U'с', 'c'},
        {U'ԁ', 'd'},
        {U'е', 'e'},
        {U'һ', 'h'},
        {U'н', 'h'},
        {U'і', 'i'},
        {U'ј', 'j'},
        {U'к', 'k'},
        {U'ӏ', 'l'},
        {U'м', 'm'},
        {U'о', 'o'},
        {U'р', 'p'},
        {U'ԛ', 'q'},
        {U'ѕ', 's'},
        {U'т', 't'},
        {U'ѵ', 'v'},
        {U'ԝ', 'w'},
        {U'х', 'x'},
        {U'у', 'y'},
        {U'ү', 'y'},
        // Greek
        {U'α', 'a'},
        {U'β', 'b'},
        {U'ε', 'e'},
        {U'η', 'n'},
        {U'ι', 'i'},
        {U'κ', 'k'},
        {U'ν', 'v'},
        {U'ο', 'o'},
        {U'ρ', 'p'},
        {U'τ', 't'},
        {U'υ', 'u'},
        {U'μ', 'u'},
        {U'χ', 'x'},
        {U'ω', 'w'},
        {U'γ', 'y'},
        // Latin letters that NFKC keeps
        {U'ı', 'i'},
        {U'ł', 'l'},
        {U'ø', 'o'},
        {U'đ', 'd'},
        {U'ħ', 'h'},
        {U'ɑ', 'a'},
        {U'ɡ', 'g'},
        {U'ɩ', 'i'},
        {U'ᴀ', 'a'},
        {U'ʙ', 'b'},
        {U'ᴄ', 'c'},
        {U'ᴅ', 'd'},
        {U'ᴇ', 'e'},
        {U'ꜰ', 'f'},
        {U'ɢ', 'g'},
        {U'ʜ', 'h'},
        {U'ɪ', 'i'},
        {U'ᴊ', 'j'},
        {U'ᴋ', 'k'},
        {U'ʟ', 'l'},
        {U'ᴍ', 'm'},
        {U'ɴ', 'n'},
        {U'ᴏ', 'o'},
        {U'ᴘ', 'p'},
        {U'ʀ', 'r'},
        {U'ꜱ', 's'},
        {U'ᴛ', 't'},
        {U'ᴜ', 'u'},
        {U'ᴠ', 'v'},
        {U'ᴡ', 'w'},
        {U'ʏ', 'y'},
        {U'ᴢ', 'z'},
    };
    return table;
}

char32_t latin_for(char32_t c) {
    if (c < 0x80) return c;
    const auto entry = imitated().find(c);
    if (entry != imitated().end()) return static_cast<char32_t>(entry->second);
    constexpr char32_t letters = 26;
    for (const char32_t first : {0x1F150U, 0x1F170U, 0x1F1E6U}) {  // in circles, in squares, halves of flags
        if (c >= first && c < first + letters) return U'a' + (c - first);
    }
    return c;
}

}  // namespace

std::string with_latin_letters(std::string_view folded) {
    const std::string bare = without_marks(folded);
    std::string text;
    text.reserve(bare.size());
    std::string_view rest = bare;
    while (!rest.empty()) {
        const CodePoint point = first_code_point(rest);
        append_code_point(text, latin_for(point.value));
        rest.remove_prefix(point.bytes);
    }
    return text;
}

}  // namespace attune::nlu
