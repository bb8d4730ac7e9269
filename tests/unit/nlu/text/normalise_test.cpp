#include "nlu/text/normalise.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/utf8.hpp"
#include "tests/unit/nlu/random_text.hpp"

using namespace attune::nlu;

TEST_CASE("a message becomes words with one space around each", "[nlu][normalise]") {
    auto [text, words] = GENERATE(table<std::string, std::string>({
        {"", " "},
        {"   \t\n", " "},
        {"?!...", " "},
        {"I want to die", " i want to die "},
        {"  Hello,   WORLD!  ", " hello world "},
        {"self-harm / self_harm", " self harm self harm "},
        {"“Hi”, she said", " hi she said "},
        {"mum's the word, James'", " mums the word james "},
        {"'quoted'", " quoted "},
        {"rock'n'roll", " rocknroll "},
        {"at 10:30 on 2", " at 10 30 on 2 "},
        {"½", " 1 2 "},
        {"Привет, МИР", " привет мир "},
        {"我想死", " 我想死 "},
        {"हिन्दी", " हिन्दी "},
        {"ok 👍🏽 fine❤️", " ok 👍 fine ❤ "},
        {"a\xFFz", " a z "},
        {"zero\u200Bwidth", " zerowidth "},
        {"1️⃣", " 1 "},
    }));
    CAPTURE(text);
    REQUIRE(normalise(text) == words);
}

TEST_CASE("contractions are written out, with or without apostrophe", "[nlu][normalise]") {
    auto [text, words] = GENERATE(table<std::string, std::string>({
        {"I'm", " i am "},
        {"im", " i am "},
        {"I’m", " i am "},
        {"i`m", " i am "},
        {"i´m", " i am "},
        {"don't", " do not "},
        {"dont", " do not "},
        {"DON’T", " do not "},
        {"do'nt", " do not "},
        {"can't", " can not "},
        {"cant", " can not "},
        {"cannot", " can not "},
        {"won't", " will not "},
        {"wont", " will not "},
        {"ain't", " is not "},
        {"I've", " i have "},
        {"ive", " i have "},
        {"you're", " you are "},
        {"youre", " you are "},
        {"what's", " what is "},
        {"whats", " what is "},
        {"that's", " that is "},
        {"it's", " it is "},
        {"its", " its "},
        {"were", " were "},
        {"we're", " we are "},
        {"ill", " ill "},
        {"I'll", " i will "},
        {"hell", " hell "},
        {"he'll", " he will "},
        {"I'd", " i would "},
        {"id", " id "},
        {"wouldn't've", " would not have "},
        {"u're", " you are "},
        {"gonna", " going to "},
        {"wanna", " want to "},
        {"gotta", " got to "},
        {"u", " you "},
        {"ur", " your "},
        {"r", " are "},
        {"let's", " let us "},
        {"lets", " lets "},
        {"sarah's", " sarahs "},
        {"mightn't", " might not "},
        {"n't", " nt "},
    }));
    CAPTURE(text);
    REQUIRE(normalise(text) == words);
}

TEST_CASE("a long text is cut at a code point", "[nlu][normalise]") {
    std::string text;
    while (text.size() < max_text_bytes + 100) text += "\xC3\xA9 ";
    const std::string words = normalise(text);
    REQUIRE(words.size() <= max_text_bytes);
    REQUIRE(words.size() > max_text_bytes - 10);
    REQUIRE(is_utf8(words));
    REQUIRE(normalise(std::string(max_text_bytes * 2, 'a')) == " ");
}

TEST_CASE("what is left out leaves no letters that merge", "[nlu][normalise]") {
    auto text =
        GENERATE(std::string("e'\u0301"), std::string("\u1100'\u1161"), std::string("e\u20DD\u0301"),
                 std::string("\u0301e"), std::string("👍\u0301"), std::string("ŉ"), std::string("\uFDFA"));
    CAPTURE(text);
    const std::string once = normalise(text);
    REQUIRE(normalise(once) == once);
}

TEST_CASE("normalising twice changes nothing", "[nlu][normalise]") {
    const std::vector<std::string> pieces = {
        "a",      "I",    "'",    "’",      " ",      "-",      "n't",    "'ve",    "'d",
        "u",      "r",    "im",   "dont",   "can",    "e",      "\u0301", "\u0308", "ß",
        "İ",      "ﬁ",    "½",    "\u1100", "\u1161", "\u11A8", "字",     "👍",      "\u200D",
        "\uFE0F", "\xFF", "\xC3", "ŉ",      "\u02BC", "\u0345", "\uFDFA", "م",      "ّ",
        "ि",      "क",    "1",    "²",      "..",     "*",      "\u00B4", "\u1E9B", "\u0323"};
    RandomText random(2);
    for (int i = 0; i < 50000; ++i) {
        std::string text;
        for (std::size_t left = random.below(12); left > 0; --left) text += random.one_of(pieces);
        const std::string once = normalise(text);
        if (normalise(once) != once) FAIL(text);
        if (once.front() != ' ' || once.back() != ' ' || once.find("  ") != std::string::npos) FAIL(text);
    }
}

TEST_CASE("the beginning of a word is not written out", "[nlu][normalise]") {
    REQUIRE(normalise_stem("Don't") == " dont ");
    REQUIRE(normalise_stem("im") == " im ");
}
