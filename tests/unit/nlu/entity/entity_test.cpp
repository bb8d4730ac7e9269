#include "nlu/entity/entity.hpp"

#include <catch2/catch.hpp>

#include "nlu/entity/days.hpp"
#include "nlu/entity/numbers.hpp"
#include "nlu/entity/yes_no.hpp"
#include "nlu/text/normalise.hpp"
#include "nlu/text/words.hpp"

using namespace attune::nlu;

namespace {

WordPattern pattern(std::string_view text) {
    return compile_pattern(text, {}).value();
}

Gazetteer gazetteer() {
    return Gazetteer::build({{"sign", "numb", pattern("numb")},
                             {"sign", "numb", pattern("feel* (numb | nothing)")},
                             {"sign", "trust", pattern("trust")},
                             {"topic", "self_trust", pattern("trust myself")},
                             {"sign", "own", pattern("trust myself")}})
        .value();
}

std::string read(std::string_view text) {
    std::string all;
    for (const Entity& entity : entities_in(normalise(text), gazetteer())) {
        all += entity.kind + "=" + entity.value + "(" + entity.text + ") ";
    }
    return all;
}

}  // namespace

TEST_CASE("what a message names is found", "[nlu][entity]") {
    const auto [text, found] = GENERATE(table<std::string, std::string>({
        {"I feel nothing, and trust?", "sign=numb(feel nothing) sign=trust(trust) "},
        {"i do not feel numb", ""},
        {"i can't trust myself", ""},
        {"how to trust myself", "topic=self_trust(trust myself) sign=own(trust myself) "},
        {"she is twenty-five, he 1,200", "number=25(twenty five) number=1200(1 200) "},
        {"1", "number=1(1) "},
        {"in two weeks or on Monday", "day=today+14(two weeks) day=monday(monday) "},
        {"the 2nd and the last", "ordinal=2(2nd) ordinal=last(last) "},
        {"2026-11-25", "day=2026-11-25(2026 11 25) "},
        {"idk", "yes_no=unsure(i do not know) "},
        {"hello", ""},
        {"", ""},
    }));
    CHECK(read(text) == found);
}

TEST_CASE("numbers are read in digits and words", "[nlu][entity]") {
    const auto [text, value, count] = GENERATE(table<std::string, long long, std::size_t>({
        {"42", 42, 1},
        {"seventeen", 17, 1},
        {"ninety nine", 99, 2},
        {"a hundred and five", 105, 4},
        {"two thousand twenty", 2020, 3},
        {"three hundred", 300, 2},
        {"a couple of days", 2, 3},
        {"half a dozen", 6, 3},
        {"five hundred thousand", 500'000, 3},
        {"twenty eleven", 20, 1},
        {"1000000", 1'000'000, 1},
    }));
    const auto number = number_at(split_words(text), 0);
    REQUIRE(number);
    CHECK(number->value == value);
    CHECK(number->words == count);
}

TEST_CASE("what is no number is none", "[nlu][entity]") {
    const std::string text = GENERATE(as<std::string>(), "a dog", "hundred", "1000001", "2a", "-1", "");
    CHECK_FALSE(number_at(split_words(text), 0));
}

TEST_CASE("days are read as seen from today", "[nlu][entity]") {
    constexpr long long wednesday = 20'782;  // 2026-11-25
    const auto [text, until] = GENERATE(table<std::string, long long>({
        {"today", 0},
        {"tomorrow", 1},
        {"day after tomorrow", 2},
        {"day before yesterday", -2},
        {"next week", 7},
        {"last month", -30},
        {"a week ago", -7},
        {"three weeks ago", -21},
        {"a couple of days", 2},
        {"wednesday", 0},
        {"next friday", 2},
        {"monday", 5},
        {"last wednesday", -7},
        {"last monday", -2},
        {"2026 11 30", 5},
        {"december 1st 2026", 6},
        {"1 december 2026", 6},
    }));
    const auto day = day_at(split_words(text), 0);
    CAPTURE(text);
    REQUIRE(day);
    CHECK(days_until(*day, wednesday) == until);
    CHECK(day->words == split_words(text).size());
}

TEST_CASE("days that no calendar has are none", "[nlu][entity]") {
    const std::string text =
        GENERATE(as<std::string>(), "2026 2 30", "31 april 2026", "may", "may 5", "2026 99999 1", "day", "ago", "week");
    CHECK_FALSE(day_at(split_words(text), 0));
}

TEST_CASE("yes and no are heard in their many forms", "[nlu][entity]") {
    const auto [text, answer] = GENERATE(table<std::string, YesNo>({
        {"Sure, why not", YesNo::yes}, {"yeah i guess", YesNo::yes}, {"yes yes", YesNo::yes}, {"ok please", YesNo::yes},
        {"um yeah", YesNo::yes},       {"nah", YesNo::no},           {"not really", YesNo::no}, {"nah i'm good", YesNo::no},
        {"well no", YesNo::no},        {"idk", YesNo::unsure},       {"kinda", YesNo::unsure},  {"idk tbh", YesNo::unsure},
        {"yes and no", YesNo::unsure},
    }));
    CAPTURE(text);
    CHECK(yes_or_no(normalise(text)) == answer);
}

TEST_CASE("what says more than yes or no is neither", "[nlu][entity]") {
    const std::string text = GENERATE(as<std::string>(), "", "no idea what this costs", "yes but what does it cost", "no yes",
                                      "yes no yes no yes no yes no yes");
    CHECK_FALSE(yes_or_no(normalise(text)));
}
