#include "nlu/match/options.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

OptionMatcher signs() {
    return OptionMatcher::build({
                                    {"trust", "Trust is hard", patterns({"do not trust", "just: trusting"})},
                                    {"feeling_numb", "Feeling numb", patterns({"numb*", "my feelings"})},
                                    {"cling", "I cling to people", {}},
                                    {"trust_self", "Trust is hard for me with myself", {}},
                                    {"other", "Something else", patterns({"just: other"})},
                                })
        .value();
}

std::string answered(const OptionMatcher& matcher, const std::string& text) {
    const auto found = matcher.match_one(normalise(text));
    if (found.empty()) return "nothing";
    const Answer& answer = found.front();
    const std::string value = matcher.options()[static_cast<std::size_t>(answer.option)].value;
    return value + " by " + std::string(name_of(answer.by)) + (answer.exact ? ", exact" : "");
}

}  // namespace

TEST_CASE("one answer is recognised in many ways", "[nlu][options]") {
    auto [text, answer] = GENERATE(table<std::string, std::string>({
        {"trust", "trust by id, exact"},
        {"feeling_numb", "feeling_numb by id, exact"},
        {"Trust is hard", "trust by label, exact"},
        {"trust is hard!", "trust by label, exact"},
        {"2", "feeling_numb by number, exact"},
        {"#2", "feeling_numb by number, exact"},
        {"two", "feeling_numb by number, exact"},
        {"number two please", "feeling_numb by number, exact"},
        {"option 3", "cling by number, exact"},
        {"number one", "trust by number, exact"},
        {"one", "trust by number, exact"},
        {"the second one", "feeling_numb by ordinal, exact"},
        {"I'd like the 3rd, thanks", "cling by ordinal, exact"},
        {"um, the first one please", "trust by ordinal, exact"},
        {"the last one", "other by ordinal, exact"},
        {"I think trust is hard, please", "trust by label, exact"},
        {"um, cling to people", "cling by label, exact"},
        {"i cling to people", "cling by label, exact"},
        {"I think I'd go with feeling numb", "feeling_numb by label, exact"},
        {"other", "other by id, exact"},
        {"trusting", "trust by pattern, exact"},
        {"numbness", "feeling_numb by pattern, exact"},
        {"numbness, please", "feeling_numb by pattern, exact"},
        {"well my feelings are strange", "feeling_numb by pattern"},
        {"for me trust is so hard", "trust by label"},
        {"trust is hard since my divorce", "trust by label"},
        {"since then trust is hard for me with myself", "trust_self by label"},
        {"feeling the numb", "feeling_numb by label"},
        {"somthing else", "other by label, exact"},
        {"hmm somehting else happened", "other by label"},
        {"trust is hard and i do not trust", "trust by label"},
        {"i have 2 kids", "nothing"},
        {"7", "nothing"},
        {"0", "nothing"},
        {"", "nothing"},
        {"what do you mean", "nothing"},
        {"not something else", "nothing"},
    }));
    CAPTURE(text);
    REQUIRE(answered(signs(), text) == answer);
}

TEST_CASE("two options that fit equally well are no answer", "[nlu][options]") {
    const auto matcher = OptionMatcher::build({{"mum", "My mother", patterns({"mum"})},
                                               {"dad", "My father", patterns({"dad"})}})
                             .value();
    REQUIRE(answered(matcher, "mum and dad") == "nothing");
    REQUIRE(answered(matcher, "it was dad of course") == "dad by pattern");
}

TEST_CASE("every option is reached by its own label", "[nlu][options]") {
    const std::vector<std::string> labels = {
        "Yes",      "No",          "I think so",     "Please go on", "Number 3",
        "Two",      "That is all", "The first time", "To me",        "I would like to talk",
        "One",      "Don't know",  "None of these",  "All of them",  "I",
        "Option A", "Last year"};
    std::vector<Option> options;
    for (std::size_t i = 0; i < labels.size(); ++i)
        options.push_back({"v" + std::to_string(i), labels[i], {}});
    const auto matcher = OptionMatcher::build(options).value();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CAPTURE(labels[i]);
        const auto one = matcher.match_one(normalise(labels[i]));
        REQUIRE(one.size() == 1);
        REQUIRE(one.front().option == static_cast<int>(i));
        REQUIRE(one.front().exact);
        const auto many = matcher.match_many(normalise(labels[i]));
        REQUIRE(many.size() == 1);
        REQUIRE(many.front().option == static_cast<int>(i));
    }
}

TEST_CASE("yes and no are answers at the beginning only", "[nlu][options]") {
    const auto matcher = OptionMatcher::build({{"y", "Yes", {}}, {"n", "No", {}}}).value();
    auto [text, answer] = GENERATE(table<std::string, std::string>({
        {"yes", "y by label, exact"},
        {"yes please", "y by label, exact"},
        {"no, i do not", "n by label"},
        {"no idea", "nothing"},
        {"there is no way", "nothing"},
    }));
    CAPTURE(text);
    REQUIRE(answered(matcher, text) == answer);
}

TEST_CASE("an answer by pattern names the pattern", "[nlu][options]") {
    const auto found = signs().match_one(" well my feelings are strange ");
    REQUIRE(found.size() == 1);
    REQUIRE(found.front().pattern == "my feelings");
    REQUIRE(found.front().specificity == 2);
}

TEST_CASE("a matcher without options answers nothing", "[nlu][options]") {
    REQUIRE(OptionMatcher().match_one(" 1 ").empty());
    REQUIRE(OptionMatcher().match_many(" all ").empty());
}
