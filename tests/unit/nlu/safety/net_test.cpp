#include "nlu/safety/net.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"
#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

SafetyNet net() {
    std::vector<SafetyFrame> frames(3);
    frames[0].patterns = patterns({"(traffic | suspense) is killing me", "die of embarrassment"});
    frames[1].patterns = patterns({"not suicidal"});
    frames[1].leaves = SafetySignal{"sui_history_or_denied", SafetyLevel::check, "", {}};
    frames[2].patterns = patterns({"do not want to die"});
    return {SafetyDetector::build(
                {{"sui_active", SafetyLevel::high, patterns({"want to die", "suicidal", "killing me"})},
                 {"sui_passive", SafetyLevel::check, patterns({"dead inside", "end of my rope"})},
                 {"abuse_now", SafetyLevel::check, patterns({"walk on eggshells"})}},
                frames, SafetySpelling({"suicidal"}, {}))
                .value(),
            {}};
}

std::string said(const std::vector<std::string>& messages) {
    const SafetyNet all = net();
    SafetyMemory memory;
    std::string seen = "nothing";
    for (const std::string& message : messages) {
        const auto signal = all.detect(message, memory);
        seen = signal ? signal->safety_class + " " + std::string(name_of(signal->level)) : "nothing";
        all.remember(memory, normalise(message), signal);
    }
    return seen;
}

}  // namespace

TEST_CASE("idioms raise no alarm, what stands around them does", "[nlu][safety]") {
    REQUIRE(said({"this traffic is killing me"}) == "nothing");
    REQUIRE(said({"the suspense is killing me, i want to die"}) == "sui_active high");
    REQUIRE(said({"i am dead inside and this traffic is killing me"}) == "sui_active high");
    REQUIRE(said({"killing me"}) == "sui_active high");
}

TEST_CASE("an idiom is none when the last messages spoke of death", "[nlu][safety]") {
    REQUIRE(said({"i am dead inside", "this traffic is killing me"}) == "sui_active high");
    REQUIRE(said({"i am dead inside", "a", "b", "c", "d", "e", "f", "this traffic is killing me"}) ==
            "nothing");
}

TEST_CASE("a denial lowers a level and never hides another sign", "[nlu][safety]") {
    REQUIRE(said({"i am not suicidal"}) == "sui_history_or_denied check");
    REQUIRE(said({"i am not suicidal, i want to die"}) == "sui_active high");
    REQUIRE(said({"i don't want to die"}) == "nothing");
}

TEST_CASE("danger in pieces is seen", "[nlu][safety]") {
    REQUIRE(said({"i want", "to", "die"}) == "sui_active high");
    REQUIRE(said({"i", "want to", "die"}) == "sui_active high");
    REQUIRE(said({"i want", "a sandwich with cheese and some more of that please", "to die"}) == "nothing");
}

TEST_CASE("a weak sign after another one of its kind is not weak any more", "[nlu][safety]") {
    REQUIRE(said({"dead inside"}) == "sui_passive check");
    REQUIRE(said({"dead inside", "hm", "at the end of my rope"}) == "sui_passive moderate");
    REQUIRE(said({"dead inside", "i walk on eggshells"}) == "abuse_now check");
}

TEST_CASE("slips and disguises are undone", "[nlu][safety]") {
    REQUIRE(said({"i am sucidal"}) == "sui_active high");
    REQUIRE(said({"i am su1cidal"}) == "sui_active high");
}

TEST_CASE("the memory keeps no word that the net does not know", "[nlu][safety]") {
    SafetyMemory memory;
    net().remember(memory, " zanzibar want to ", std::nullopt);
    REQUIRE(memory.tail == std::vector<std::string>{" _ want to "});
}
