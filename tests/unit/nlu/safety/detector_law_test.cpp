#include <catch2/catch.hpp>

#include "nlu/safety/detector.hpp"
#include "nlu/text/utf8.hpp"
#include "tests/unit/nlu/patterns.hpp"
#include "tests/unit/nlu/random_text.hpp"

using namespace attune::nlu;

namespace {

const std::vector<std::string> zero_width = {"\u200B", "\u200C", "\u200D", "\u2060",
                                             "\uFEFF", "\u00AD", "\u034F"};
const std::vector<std::string> punctuation = {".", ",",  ";", ":", "-", "_", "*", "~", "(", ")",
                                              "?", "\"", "'", "/", "#", "!", "…", "—", "’", "»"};

SafetyDetector detector() {
    return SafetyDetector::build(
               {
                   {"sui_passive", SafetyLevel::moderate,
                    patterns({"better off dead", "wish i (was | were) dead",
                              "do not want to ... (live | be here)"})},
                   {"sui_active", SafetyLevel::high,
                    patterns({"want* to ... die", "kill (myself | my self)", "suicid*",
                              "end (my life | it all)", "i will hang myself"})},
                   {"self_harm", SafetyLevel::high, patterns({"cut* myself", "self harm*"})},
               })
        .value();
}

const std::vector<std::string> caught = {"I want to die",
                                         "i wanted to just really die",
                                         "wish I was dead",
                                         "I don't want to live",
                                         "i dont wanna be here",
                                         "I'll kill myself",
                                         "gonna kill my self",
                                         "I am suicidal",
                                         "I cut myself",
                                         "self-harm again",
                                         "I'll hang myself tonight",
                                         "please let it end, end my life",
                                         "they are better off dead"};

// Adds one thing between two characters of `text`, at a code point.
std::string with_added(const std::string& text, const std::string& added, RandomText& random) {
    std::size_t at = random.below(text.size() + 1);
    at = cut(text, at).size();
    return text.substr(0, at) + added + text.substr(at);
}

std::string with_other_case(std::string text, RandomText& random) {
    for (char& c : text) {
        if (random.below(2) == 0 && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

TEST_CASE("zero-width characters and capitals never hide danger", "[nlu][detector][law]") {
    const SafetyDetector net = detector();
    RandomText random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string text = with_other_case(random.one_of(caught), random);
        for (std::size_t left = random.below(8); left > 0; --left) {
            text = with_added(text, random.one_of(zero_width), random);
        }
        CAPTURE(text);
        REQUIRE(net.detect(text).has_value());
    }
}

TEST_CASE("added punctuation never hides danger", "[nlu][detector][law]") {
    const SafetyDetector net = detector();
    RandomText random(12);
    for (int i = 0; i < 5000; ++i) {
        std::string text = with_other_case(random.one_of(caught), random);
        for (std::size_t left = 1 + random.below(4); left > 0; --left) {
            text = with_added(text, random.one_of(punctuation), random);
        }
        CAPTURE(text);
        REQUIRE(net.detect(text).has_value());
    }
}

TEST_CASE("words before and behind never hide danger", "[nlu][detector][law]") {
    const SafetyDetector net = detector();
    const std::vector<std::string> words = {"hello", "i",   "a",    "not", "lol", "😂",
                                            "2",     "...", "it's", "дом", "wan"};
    RandomText random(13);
    for (int i = 0; i < 3000; ++i) {
        const std::string text =
            random.words(words, 6) + random.one_of(caught) + " " + random.words(words, 6);
        CAPTURE(text);
        REQUIRE(net.detect(text).has_value());
    }
}
