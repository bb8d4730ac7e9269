#include "nlu/text/disguise.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "nlu/text/lookalikes.hpp"

using namespace attune::nlu;

namespace {

const Vocabulary vocabulary({"i", "want", "to", "die", "kill", "myself", "my", "self", "harm", "suicid*",
                             "do", "not", "will", "hell"});

bool is_among(const std::vector<std::string>& readings, const std::string& text) {
    return std::find(readings.begin(), readings.end(), text) != readings.end();
}

}  // namespace

TEST_CASE("disguises are undone", "[nlu][disguise]") {
    auto [text, meant] = GENERATE(table<std::string, std::string>({
        {"I want to d i e", " i want to die "},
        {"i w a n t t o d i e", " i want to die "},
        {"k1ll mys3lf", " kill myself "},
        {"k!ll my$elf!!", " kill myself "},
        {"w4nt 2 d1e", " want to die "},
        {"i want to dieeeee", " i want to die "},
        {"d.i.e", " die "},
        {"k-i-l-l m*y*s*e*l*f", " kill myself "},
        {"k*ll myself", " kill myself "},
        {"kill-my.self", " kill myself "},
        {"sui.cidal", " suicidal "},
        {"кill мyself", " kill myself "},
        {"ＫＩＬＬ ｍｙｓｅｌｆ d\u0336i\u0336e\u0336", " kill myself die "},
        {"🅳🅸🅴", " die "},
        {"ᴅɪᴇ", " die "},
        {"díe", " die "},
        {"go to he'll", " go to hell "},
        {"i'll k.ill myself", " i will kill myself "},
        {"do n.o.t want", " do not want "},
        {"$uicide", " suicid "},
        {"ban,ana", " banana "},
        {"d, i . e", " die "},
    }));
    const auto readings = undisguised(text, vocabulary);
    CAPTURE(text, readings);
    REQUIRE(is_among(readings, meant));
}

TEST_CASE("plain text has no other reading", "[nlu][disguise]") {
    auto text =
        GENERATE(std::string("I am proud of myself!"), std::string("Don't worry, it's 10 o'clock"),
                 std::string(""), std::string("soldiers kill, 3 of them"), std::string("a b testing"));
    CAPTURE(text);
    for (const std::string& reading : undisguised(text, vocabulary)) {
        CAPTURE(reading);
        REQUIRE(reading.find(" die ") == std::string::npos);
        REQUIRE(reading.find(" kill myself ") == std::string::npos);
    }
}

TEST_CASE("look-alikes become Latin", "[nlu][disguise]") {
    REQUIRE(with_latin_letters("ѕuісіdе") == "suicide");
    REQUIRE(with_latin_letters("κιll") == "kill");
    REQUIRE(with_latin_letters("plain") == "plain");
}
