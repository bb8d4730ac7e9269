#include "nlu/match/pattern_set.hpp"

#include <re2/re2.h>

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"
#include "tests/unit/nlu/random_text.hpp"

using namespace attune::nlu;

namespace {

const std::vector<std::string> some_words = {
    "want",       "to", "die", "my", "mother", "therapy", "therapist", "style", "styles",
    "attachment", "12", "a",   "i",  "do",     "not",     "signs",     "字"};

// One pattern after another: slow, obviously right.
std::vector<int> match_slowly(const std::vector<WordPattern>& all, const std::string& words) {
    std::vector<int> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (RE2::PartialMatch(words, RE2(all[i].regex))) found.push_back(static_cast<int>(i));
    }
    return found;
}

std::string random_piece(RandomText& random) {
    switch (random.below(7)) {
        case 0:
            return "(" + random.one_of(some_words) + " | " + random.one_of(some_words) + ")";
        case 1:
            return "[" + random.one_of(some_words) + "]";
        case 2:
            return random.one_of(some_words).substr(0, 1) + "ttac* ";
        case 3:
            return "thera*";
        case 4:
            return "<number>";
        default:
            return random.one_of(some_words);
    }
}

std::vector<WordPattern> random_patterns(RandomText& random, std::size_t count) {
    std::vector<WordPattern> all;
    while (all.size() < count) {
        std::string text = random.below(8) == 0 ? "just: " : "";
        for (std::size_t left = 1 + random.below(3); left > 0; --left) {
            text += random_piece(random) + (left > 1 && random.below(3) == 0 ? " ..2 " : " ");
        }
        if (random.below(5) == 0) text += "| " + random.one_of(some_words);
        auto compiled = compile_pattern(text, {});
        if (compiled) all.push_back(std::move(*compiled));
    }
    return all;
}

void require_as_slowly(PatternSetLimits limits, unsigned seed) {
    RandomText random(seed);
    const auto all = random_patterns(random, 60);
    const PatternSet set = PatternSet::build(all, limits).value();
    REQUIRE(set.size() == 60);
    std::size_t found = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string words = normalise(random.words(some_words, 12));
        CAPTURE(words);
        const auto matched = set.match(words);
        REQUIRE(matched == match_slowly(all, words));
        found += matched.size();
    }
    REQUIRE(found > 300);  // the test has something to compare
}

}  // namespace

TEST_CASE("a set finds what single patterns find, as one automaton", "[nlu][pattern_set]") {
    require_as_slowly({}, GENERATE(1U, 2U, 3U));
}

TEST_CASE("a set finds what single patterns find, behind the word filter", "[nlu][pattern_set]") {
    require_as_slowly({.largest_automaton = 0, .automaton_bytes = 0}, GENERATE(4U, 5U, 6U));
}

TEST_CASE("a set that runs out of memory still finds what single patterns find", "[nlu][pattern_set]") {
    const std::int64_t bytes =
        GENERATE(1, 2'000, 20'000, 60'000, 120'000);  // too little to compile, or to search
    require_as_slowly({.largest_automaton = 200, .automaton_bytes = bytes}, 7);
}

TEST_CASE("an empty set matches nothing", "[nlu][pattern_set]") {
    REQUIRE(PatternSet().match(" a ").empty());
    REQUIRE(PatternSet::build({}).value().match(" a ").empty());
    REQUIRE(PatternSet().size() == 0);
}

TEST_CASE("a pattern that RE2 refuses is an error", "[nlu][pattern_set]") {
    WordPattern broken;
    broken.source = "broken";
    broken.regex = " (";
    const auto set = PatternSet::build({broken});
    REQUIRE_FALSE(set.has_value());
    REQUIRE(set.error().code == attune::Errc::invalid_input);
}

TEST_CASE("a set tells whether a pattern covers all words", "[nlu][pattern_set]") {
    const PatternSet set = PatternSet::build(patterns({"my wife", "just: no"})).value();
    REQUIRE(set.covers(0, " my wife "));
    REQUIRE_FALSE(set.covers(0, " my wife left "));
    REQUIRE(set.covers(1, " no "));
    REQUIRE(set[0].source == "my wife");
}
