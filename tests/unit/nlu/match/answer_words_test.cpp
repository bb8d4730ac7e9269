#include "nlu/match/answer_words.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/words.hpp"

using namespace attune::nlu;

TEST_CASE("polite words around an answer fall away, but one word stays", "[nlu][answer_words]") {
    auto [words, core] = GENERATE(table<std::string, std::string>({
        {" um the first one please ", " first "},
        {" please ", " please "},
        {" i think trust ", " trust "},
        {" option one ", " one "},
        {" number 2 thanks ", " 2 "},
        {" ", " "},
    }));
    CAPTURE(words);
    REQUIRE(join_words(without_fillers(split_words(words))) == core);
}

TEST_CASE("numbers and places are read from digits and words", "[nlu][answer_words]") {
    REQUIRE(number_of("2") == 2);
    REQUIRE(number_of("ten") == 10);
    REQUIRE_FALSE(number_of("0"));
    REQUIRE_FALSE(number_of("1000"));
    REQUIRE_FALSE(number_of("2a"));
    REQUIRE_FALSE(number_of("second"));
    REQUIRE(place_of("second") == 2);
    REQUIRE(place_of("3rd") == 3);
    REQUIRE(place_of("last") == 0);
    REQUIRE_FALSE(place_of("3"));
    REQUIRE_FALSE(place_of("rd"));
}

TEST_CASE("one slip of the finger is overlooked in a long word", "[nlu][answer_words]") {
    auto [a, b, slip] = GENERATE(table<std::string, std::string, bool>({
        {"trust", "trust", true},
        {"truts", "trust", true},
        {"trst", "trust", true},
        {"ttrust", "trust", true},
        {"trusd", "trust", true},
        {"trusted", "trust", false},
        {"brist", "trust", false},
        {"rust", "just", false},
        {"numb", "dumb", false},
        {"", "", true},
        {"", "abcde", false},
        {"abcde", "abced", true},
        {"abcde", "bacdf", false},
    }));
    CAPTURE(a, b);
    REQUIRE(is_slip_of(a, b) == slip);
    REQUIRE(is_slip_of(b, a) == slip);
}
