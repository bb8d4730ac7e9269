#include "nlu/text/corrected.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace attune::nlu;

TEST_CASE("what a text takes back is left out", "[nlu][corrected]") {
    const auto [text, meant] = GENERATE(table<std::string, std::string>({
        {"not anxious, avoidant", "avoidant"},
        {"not the cost but how long it takes", "how long it takes"},
        {"no i meant the other one", "the other one"},
        {"i am not sure", "i am not sure"},
        {"", ""},
    }));
    CAPTURE(text);
    REQUIRE(corrected(text) == meant);
}

TEST_CASE("that somebody corrects themself can be kept", "[nlu][corrected]") {
    REQUIRE(without_taken_back("no i meant my wife") == "no i meant my wife");
    REQUIRE(without_taken_back("no i meant not anxious, avoidant") == "no i meant avoidant");
}
