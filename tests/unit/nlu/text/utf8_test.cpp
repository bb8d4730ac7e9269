#include "nlu/text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace attune::nlu;

TEST_CASE("well-formed UTF-8 is told from ill-formed", "[nlu][utf8]") {
    auto [text, well_formed] = GENERATE(table<std::string, bool>({
        {"", true},
        {"plain", true},
        {"caf\xC3\xA9", true},
        {"\xE2\x82\xAC", true},
        {"\xF0\x9F\x98\x80", true},
        {"\xF4\x8F\xBF\xBF", true},
        {"\x80", false},
        {"\xC3", false},
        {"\xC0\xAF", false},          // overlong
        {"\xE0\x80\xAF", false},      // overlong
        {"\xED\xA0\x80", false},      // surrogate
        {"\xF4\x90\x80\x80", false},  // above U+10FFFF
        {"\xF8\x88\x80\x80\x80", false},
        {"a\xFF", false},
        {"\xE2\x82", false},
    }));
    CAPTURE(text);
    REQUIRE(is_utf8(text) == well_formed);
}

TEST_CASE("every code point is written and read back", "[nlu][utf8]") {
    for (char32_t c = 0; c <= 0x10FFFF; c += 7) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_code_point(text, c);
        const CodePoint read = first_code_point(text);
        if (read.value != c || read.bytes != text.size()) FAIL("code point " << static_cast<unsigned>(c));
    }
    SUCCEED();
}

TEST_CASE("code points are counted, not bytes", "[nlu][utf8]") {
    REQUIRE(code_points("caf\xC3\xA9 \xF0\x9F\x98\x80") == 6);
    REQUIRE(code_points("") == 0);
}

TEST_CASE("a cut never splits a code point", "[nlu][utf8]") {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    for (std::size_t bytes = 0; bytes <= text.size() + 1; ++bytes) {
        CAPTURE(bytes);
        REQUIRE(is_utf8(cut(text, bytes)));
        REQUIRE(cut(text, bytes).size() <= bytes);
    }
    REQUIRE(cut(text, 3) == "a\xC3\xA9");
    REQUIRE(cut("\x80\x80\x80\x80\x80\x80", 5).size() <= 5);
}
