#include "nlu/safety/detector.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

SafetyDetector detector() {
    return SafetyDetector::build(
               {
                   {"sui_passive", SafetyLevel::moderate, patterns({"better off dead", "wish i was dead"})},
                   {"sui_active", SafetyLevel::high,
                    patterns({"(want | going) to die", "kill (myself | my self)", "suicid*"})},
                   {"sui_attempt_now", SafetyLevel::imminent, patterns({"took ... pills"})},
                   {"self_harm", SafetyLevel::high, patterns({"cut* myself", "self harm*"})},
                   {"low", SafetyLevel::check, patterns({"dead inside"})},
               })
        .value();
}

std::string detected(const std::string& text) {
    const auto signal = detector().detect(text);
    return signal ? signal->safety_class + " " + std::string(name_of(signal->level)) : "nothing";
}

}  // namespace

TEST_CASE("danger is seen, plain and disguised", "[nlu][detector]") {
    auto [text, seen] = GENERATE(table<std::string, std::string>({
        {"I want to die", "sui_active high"},
        {"i wanna die", "sui_active high"},
        {"gonna die", "sui_active high"},
        {"I WANT TO DIEEEE", "sui_active high"},
        {"i want to d i e", "sui_active high"},
        {"i want to d.i.e.", "sui_active high"},
        {"k1ll mys3lf", "sui_active high"},
        {"ki11 my5e1f", "sui_active high"},
        {"k*ll myself", "sui_active high"},
        {"su!c1dal", "sui_active high"},
        {"s u i c i d e", "sui_active high"},
        {"ѕuісіdе", "sui_active high"},
        {"su\u200Bicide", "sui_active high"},
        {"sui-cide", "sui_active high"},
        {"i feel dead inside", "low check"},
        {"better off dead. I took all my pills", "sui_attempt_now imminent"},
        {"i cut myself and want to die", "sui_active high"},
        {"self-harming", "self_harm high"},
        {"i am dying to see you", "nothing"},
        {"proud of myself", "nothing"},
        {"my phone died", "nothing"},
        {"", "nothing"},
        {"💀", "nothing"},
    }));
    CAPTURE(text);
    REQUIRE(detected(text) == seen);
}

TEST_CASE("danger is seen at the end of a long message", "[nlu][detector]") {
    std::string text;
    while (text.size() < 16000) text += "we talked about it. ";
    REQUIRE(detected(text + " I want to die") == "sui_active high");
    REQUIRE(detected(text + " I want to d.1.e") == "sui_active high");
}

TEST_CASE("a signal names its pattern", "[nlu][detector]") {
    REQUIRE(detector().detect("suicidal")->pattern == "suicid*");
}

TEST_CASE("a detector without rules sees nothing", "[nlu][detector]") {
    REQUIRE_FALSE(SafetyDetector().detect("I want to die").has_value());
}
