#include <catch2/catch.hpp>

#include "nlu/match/options.hpp"
#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

OptionMatcher signs() {
    return OptionMatcher::build({
                                    {"trust", "Trust", patterns({"do not trust"})},
                                    {"numb", "Feeling numb", patterns({"numbness"})},
                                    {"cling", "I cling to people", {}},
                                    {"safe", "Love and safety", {}},
                                    {"alone", "Being alone", patterns({"lonely"})},
                                })
        .value();
}

std::string answered(const std::string& text) {
    const OptionMatcher matcher = signs();
    std::string values;
    bool exact = true;
    for (const Answer& answer : matcher.match_many(normalise(text))) {
        values += matcher.options()[static_cast<std::size_t>(answer.option)].value + " ";
        exact = exact && answer.exact;
    }
    return values + (exact ? "" : "loosely");
}

}  // namespace

TEST_CASE("several answers are recognised in one message", "[nlu][options_many]") {
    auto [text, answers] = GENERATE(table<std::string, std::string>({
        {"1, 3 and 5", "trust cling alone "},
        {"5 3 1", "trust cling alone "},
        {"1 and 1", "trust "},
        {"1, 3 and the last one", "trust cling alone "},
        {"first and third, please", "trust cling "},
        {"the first two", "trust numb "},
        {"the last two", "safe alone "},
        {"2 to 4", "numb cling safe "},
        {"number one and number two", "trust numb "},
        {"the second one and the third one", "numb cling "},
        {"trust and numbness", "trust numb "},
        {"trust and feeling numb", "trust numb "},
        {"trust and feeling numb, please", "trust numb "},
        {"love and safety", "safe "},
        {"trust and 3", "trust cling "},
        {"numbness and love and safety", "numb safe loosely"},
        {"for me it is trust, and feeling numb at times", "trust numb loosely"},
        {"i get lonely", "alone loosely"},
        {"all", "trust numb cling safe alone "},
        {"all of them please", "trust numb cling safe alone "},
        {"everything", "trust numb cling safe alone "},
        {"all except trust", "numb cling safe alone "},
        {"all but 2", "trust cling safe alone "},
        {"all of them but the last one", "trust numb cling safe "},
        {"everything apart from 1 and 2", "cling safe alone "},
        {"all except bananas", ""},
        {"trust but not feeling numb", "trust "},
        {"feeling numb except with my kids", "numb loosely"},
        {"i do not cling to people", ""},
        {"1 and 9", ""},
        {"none", ""},
        {"none of these", ""},
        {"what", ""},
        {"", ""},
        {"fealing numb", "numb "},
    }));
    CAPTURE(text);
    REQUIRE(answered(text) == answers);
}

TEST_CASE("none is told from not understood", "[nlu][options_many]") {
    auto [text, none] = GENERATE(table<std::string, bool>({
        {"none", true},
        {"None of these.", true},
        {"none of them, thanks", true},
        {"nothing", true},
        {"no", true},
        {"i think none of the above", true},
        {"not any of these", true},
        {"", false},
        {"what", false},
        {"no idea", false},
        {"trust", false},
        {"none of your business", false},
    }));
    CAPTURE(text);
    REQUIRE(says_none(normalise(text)) == none);
}

TEST_CASE("both means all when there are two", "[nlu][options_many]") {
    const auto two = OptionMatcher::build({{"a", "Alpha", {}}, {"b", "Beta", {}}}).value();
    REQUIRE(two.match_many(" both of them ").size() == 2);
    REQUIRE(signs().match_many(" both ").empty());
}
