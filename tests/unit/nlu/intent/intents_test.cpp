#include "nlu/intent/intents.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

IntentMatcher matcher() {
    return IntentMatcher::build(
               {
                   {"attachment", patterns({"attachment", "what is attachment"}), {}, {}},
                   {"anxious", patterns({"anxious* ... attach*"}), {}, patterns({"my exam*"})},
                   {"stop", patterns({"just: stop"}), {}, {}},
                   {"booking", patterns({"book", "appointment"}), patterns({"want"}), {}},
                   {"both_words", {}, patterns({"alpha", "beta"}), {}},
                   {"stopping", patterns({"stop"}), {}, {}},
               })
        .value();
}

std::string recognised(const std::string& text) {
    std::string names;
    for (const IntentMatch& match : matcher().match(normalise(text))) {
        names += match.name + ":" + std::to_string(match.specificity) + " ";
    }
    return names;
}

}  // namespace

TEST_CASE("intents are recognised, the most precise first", "[nlu][intents]") {
    auto [text, intents] = GENERATE(table<std::string, std::string>({
        {"what is attachment?", "attachment:3 "},
        {"what is anxious attachment", "anxious:2 attachment:1 "},
        {"anxious attachment and my exam", "attachment:1 "},
        {"stop", "stop:1 stopping:1 "},
        {"please stop", "stopping:1 "},
        {"i want an appointment", "booking:1 "},
        {"an appointment", ""},
        {"i want", ""},
        {"beta alpha", "both_words:1 "},
        {"alpha", ""},
        {"", ""},
    }));
    CAPTURE(text);
    REQUIRE(recognised(text) == intents);
}

TEST_CASE("a match names its pattern", "[nlu][intents]") {
    const auto found = matcher().match(" so what is attachment ");
    REQUIRE(found.size() == 1);
    REQUIRE(found.front().pattern == "what is attachment");
    REQUIRE_FALSE(found.front().whole);
    REQUIRE(matcher().match(" stop ").front().whole);
}

TEST_CASE("an intent without a pattern is an error", "[nlu][intents]") {
    const auto built = IntentMatcher::build({{"empty", {}, {}, patterns({"a"})}});
    REQUIRE_FALSE(built.has_value());
    REQUIRE(built.error().code == attune::Errc::invalid_input);
}
