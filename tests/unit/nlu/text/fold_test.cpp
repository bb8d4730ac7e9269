#include "nlu/text/fold.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/nlu/random_text.hpp"

using namespace attune::nlu;

TEST_CASE("folding lowers case, joins compatible forms and drops what has no width", "[nlu][fold]") {
    auto [text, folded] = GENERATE(table<std::string, std::string>({
        {"MAÑANA", "mañana"},
        {"Straße", "strasse"},
        {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
        {"ｆｕｌｌ", "full"},
        {"𝐝𝐢𝐞", "die"},
        {"ﬁne", "fine"},
        {"d\u200Bi\u200Ce\uFEFF", "die"},
        {"soft\u00ADhyphen", "softhyphen"},
        {"e\u0301", "é"},
        {"don\u00B4t", "don't"},
        {"a\xFF", "a\uFFFD"},
    }));
    CAPTURE(text);
    REQUIRE(fold(text) == folded);
}

TEST_CASE("the short way for ASCII folds as ICU does", "[nlu][fold]") {
    for (int c = 0; c < 128; ++c) {
        const std::string text = {'x', static_cast<char>(c), 'Y'};
        CAPTURE(c);
        REQUIRE(fold(text) == fold_by_icu(text));
    }
    RandomText random(1);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t left = random.below(40); left > 0; --left)
            text += static_cast<char>(random.below(128));
        if (fold(text) != fold_by_icu(text)) FAIL(text);
    }
}

TEST_CASE("marks fall off their letters", "[nlu][fold]") {
    REQUIRE(without_marks("naïve dīé") == "naive die");
    REQUIRE(without_marks("d\u0336i\u0336e\u0336") == "die");
    REQUIRE(without_marks("plain") == "plain");
}

TEST_CASE("a character is what it is to a word", "[nlu][fold]") {
    auto [c, kind] = GENERATE(table<char32_t, CharKind>({
        {U'a', CharKind::letter},
        {U'7', CharKind::letter},
        {U'é', CharKind::letter},
        {U'字', CharKind::letter},
        {U'\'', CharKind::apostrophe},
        {U'’', CharKind::apostrophe},
        {0x0301, CharKind::mark},
        {U'😀', CharKind::emoji},
        {U'❤', CharKind::emoji},
        {U'-', CharKind::other},
        {U'©', CharKind::other},
        {U' ', CharKind::space},
        {U'\n', CharKind::space},
        {0x3000, CharKind::space},
        {0xFFFD, CharKind::other},
    }));
    CAPTURE(static_cast<unsigned>(c));
    REQUIRE(kind_of(c) == kind);
}
