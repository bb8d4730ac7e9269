#include "nlu/text/vocabulary.hpp"

#include <catch2/catch.hpp>

using namespace attune::nlu;

TEST_CASE("a word of the vocabulary is found behind its disguise", "[nlu][vocabulary]") {
    const Vocabulary vocabulary(
        {"kill", "myself", "die", "suicid*", "off", "do", "not", "want", "i", "self", "end*"});
    auto [written, known] = GENERATE(table<std::string, std::string>({
        {"kill", "kill "},
        {"k1ll", "kill "},
        {"ki11", "kill "},
        {"k!ll", "kill "},
        {"kiiillll", "kill "},
        {"mys3lf", "myself "},
        {"myse1f", "myself "},
        {"my$elf", "myself "},
        {"d1e", "die "},
        {"dieee", "die "},
        {"suicidal", "suicidal "},
        {"su1c1dal", "suicid "},
        {"don't", "do not "},
        {"dont", "do not "},
        {"wan't", "want "},
        {"k*ll", "kill "},
        {"end*", ""},
        {"end!ng", "end "},
        {"d*e", "die "},
        {"2", "to "},
        {"of", ""},
        {"lie", ""},
        {"soldier", ""},
        {"kil", ""},
        {"1", ""},
        {"", ""},
    }));
    CAPTURE(written);
    if (written.empty()) return;
    REQUIRE(vocabulary.known(written, Reading::first) == known);
}

TEST_CASE("a disguise is letters with digits or signs, or a letter three times", "[nlu][vocabulary]") {
    auto [word, disguised] = GENERATE(table<std::string, bool>({
        {"die", false},
        {"d1e", true},
        {"$ad", true},
        {"dieee", true},
        {"kill", false},
        {"11", false},
        {"lll", true},
        {"a2", false},
        {"111", false},
    }));
    CAPTURE(word);
    REQUIRE(looks_disguised(word) == disguised);
}
