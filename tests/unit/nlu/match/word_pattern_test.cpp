#include "nlu/match/word_pattern.hpp"

#include <re2/re2.h>

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

const WordLists lists = {
    {"partner", {"wife", "husband", "better half", "(girl | boy) friend*"}},
    {"empty", {}},
    {"bad", {"wife", "(husband"}},
    {"nested", {"@partner"}},
    {"gap", {"a ... "}},
};

bool matches(const WordPattern& pattern, const std::string& text) {
    return RE2::PartialMatch(normalise(text), RE2(pattern.regex));
}

}  // namespace

TEST_CASE("a pattern matches what it says", "[nlu][word_pattern]") {
    auto [source, text, matched] = GENERATE(table<std::string, std::string, bool>({
        {"attachment style", "What is my Attachment Style?", true},
        {"attachment style", "attachment styles", false},
        {"attachment style", "reattachment style", false},
        {"attachment style", "style attachment", false},
        {"(child | son) is", "my son is two", true},
        {"(child | son) is", "my daughter is two", false},
        {"a b | c d", "x c d y", true},
        {"a b | c d", "a d", false},
        {"tell [me] [about] it", "tell it", true},
        {"tell [me] [about] it", "tell me about it", true},
        {"tell [me] [about] it", "tell about me it", false},
        {"therap*", "my therapist", true},
        {"therap*", "no therapy", true},
        {"therap*", "the rapper", false},
        {"want ... die", "i want to really just die", true},
        {"want ... die", "i want die", true},
        {"want ... die", "i want a b c d die", false},
        {"want ..5 die", "i want a b c d e die", true},
        {"want ..1 die", "i want a b die", false},
        {"my @partner left", "my better half left", true},
        {"my @partner left", "my girl friends left", true},
        {"my @partner left", "my dog left", false},
        {"<number> years", "since 12 years", true},
        {"<number> years", "since many years", false},
        {"just: that is all", "That's all.", true},
        {"just: that is all", "that is all i know", false},
        {"just: yes | no", "no!", true},
        {"just: yes | no", "no way", false},
        {"don't", "I dont know", true},
        {"don't", "I do not know", true},
        {"can*", "i cant", true},
        {"Self-Harm", "about self harm", true},
        {"self-har*", "self harming", true},
        {"im*", "it is important", true},
        {"mañana", "MAÑANA", true},
        {"字", "字 x", true},
        {"👍", "ok👍", true},
        {"[please] (go | come) [right] back", "come back", true},
        {"([a] b | c) d", "b d", true},
        {"yes,", "yes", true},
    }));
    CAPTURE(source, text);
    REQUIRE(matches(pattern(source, lists), text) == matched);
}

TEST_CASE("specificity counts the words that must be there", "[nlu][word_pattern]") {
    auto [source, words] = GENERATE(table<std::string, int>({
        {"a", 1},
        {"attachment style", 2},
        {"[the] style", 1},
        {"(a b | c) d", 2},
        {"a b | c", 1},
        {"a ... b ..9 c", 3},
        {"therap*", 1},
        {"my @partner", 2},
        {"<number> a", 2},
        {"just: don't", 2},
        {"([a] b | c d) e", 2},
    }));
    CAPTURE(source);
    REQUIRE(pattern(source, lists).specificity == words);
}

TEST_CASE("a pattern knows the words it needs", "[nlu][word_pattern]") {
    using Words = std::vector<std::string>;
    REQUIRE(pattern("my attachment style").needs == Words{"attachment"});
    REQUIRE(pattern("(alpha | beta*) it").needs == Words{"alpha", "beta*"});
    REQUIRE(pattern("alpha | it").needs == Words{"alpha", "it"});
    REQUIRE(pattern("<number>").needs.empty());
    REQUIRE(pattern("alpha | <number>").needs.empty());
    REQUIRE(pattern("a [b] c*").words == Words{"a", "b", "c*"});
    REQUIRE(pattern("just: yes").whole);
    REQUIRE_FALSE(pattern("yes").whole);
}

TEST_CASE("a wrong pattern is told with its place", "[nlu][word_pattern]") {
    auto [source, offset, found] = GENERATE(table<std::string, std::size_t, std::string>({
        {"", 0, "the end"},
        {"a (b | c", 2, "("},
        {"a [b", 2, "["},
        {"a) b", 1, ")"},
        {"(a]", 2, "]"},
        {"a | ", 4, "the end"},
        {"(a | )", 5, ")"},
        {"()", 1, ")"},
        {"| a", 0, "|"},
        {"my @partnr", 3, "@partnr"},
        {"my @empty", 3, "@empty"},
        {"my @bad", 3, "( in \"(husband\""},
        {"my @nested", 3, "@partner in \"@partner\""},
        {"@", 0, "@"},
        {"<digits>", 0, "<"},
        {"a ..0 b", 2, "."},
        {"a .. b", 2, "."},
        {"a... b", 0, "a..."},
        {"* a", 0, "*"},
        {"a* *", 3, "*"},
        {"a*b", 2, "b"},
        {"child(ren)", 5, "("},
        {"a — b", 2, "—"},
        {"a > b", 2, ">"},
        {"a \xFF", 2, "bytes that are not UTF-8"},
        {"just: ", 6, "the end"},
        {"[a]", 0, "[a]"},
        {"... a", 0, "... a"},
        {"a ...", 0, "a ..."},
        {"[a] ... b", 0, "[a] ... b"},
        {"a | (b ...) [c]", 0, "a | (b ...) [c]"},
        {"@gap", 0, "@gap"},
    }));
    CAPTURE(source);
    const auto compiled = compile_pattern(source, lists);
    REQUIRE_FALSE(compiled.has_value());
    CHECK(compiled.error().offset == offset);
    CHECK(compiled.error().found == found);
    CHECK_FALSE(compiled.error().expected.empty());
}

TEST_CASE("an unknown list is answered with the known ones", "[nlu][word_pattern]") {
    const auto compiled = compile_pattern("@x", {{"family", {"mum"}}, {"partner", {"wife"}}});
    REQUIRE(compiled.error().expected == "one of @family @partner");
}

TEST_CASE("a pattern has bounds", "[nlu][word_pattern]") {
    REQUIRE_FALSE(compile_pattern(std::string(max_pattern_bytes + 1, 'a'), {}).has_value());
    REQUIRE_FALSE(compile_pattern(std::string(40, '(') + "a" + std::string(40, ')'), {}).has_value());
    const WordLists large = {{"l", std::vector<std::string>(2000, "abcdefgh")}};
    REQUIRE(compile_pattern("@l", large).has_value());
    REQUIRE_FALSE(compile_pattern("@l @l @l", large).has_value());
}
