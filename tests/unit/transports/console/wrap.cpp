#include "transports/console/wrap.hpp"

#include <catch2/catch.hpp>

using attune::transports::wrap;

TEST_CASE("long lines break between words and short ones stay", "[console]") {
    const auto [text, wrapped] = GENERATE(table<std::string, std::string>({
        {"", "\n"},
        {"one", "one\n"},
        {"one two three", "one two\nthree\n"},
        {"one\n\ntwo", "one\n\ntwo\n"},
        {"incomprehensible one", "incomprehensible\none\n"},
        {"ééé ééé ééé", "ééé ééé\nééé\n"},
        {"• one two three", "• one\n  two\n  three\n"},
    }));
    CAPTURE(text);
    REQUIRE(wrap(text, 8, "") == wrapped);
}

TEST_CASE("the indent counts, and blank lines carry none", "[console]") {
    REQUIRE(wrap("one two\n\nsix", 8, "! ") == "! one\n! two\n\n! six\n");
}
