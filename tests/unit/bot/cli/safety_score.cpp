#include "bot/cli/safety_score.hpp"

#include <catch2/catch.hpp>

using namespace attune::bot;
using attune::nlu::SafetyLevel;
using attune::nlu::SafetySignal;

namespace {

std::optional<SafetySignal> eye(std::string_view text) {
    if (text == "danger") return SafetySignal{"sui_active", SafetyLevel::high, "p", {}};
    if (text == "weak") return SafetySignal{"sui_passive", SafetyLevel::check, "p", {}};
    return std::nullopt;
}

}  // namespace

TEST_CASE("lines with known danger are read; a broken one is named", "[chat][safety]") {
    const auto lines = read_safety_lines(
        "{\"text\":\"a\",\"label\":\"benign\"}\n\n{\"text\":\"b\",\"label\":\"self_harm\",\"level\":\"high\"}"
        "\n");
    REQUIRE(lines.value().size() == 2);
    REQUIRE((*lines)[1].line == 3);
    REQUIRE((*lines)[1].level == "high");
    REQUIRE_FALSE(read_safety_lines("{\"text\":\"a\"}").has_value());
    REQUIRE(read_safety_lines("\n[1]").error().message.starts_with("line 2"));
}

TEST_CASE("caught, answered and falsely alarmed are counted apart", "[chat][safety]") {
    const auto score = score_safety({{1, "danger", "sui_active", "high"},
                                     {2, "weak", "sui_plan_prep", "imminent"},
                                     {3, "quiet", "sui_active", "high"},
                                     {4, "weak", "benign", "none"},
                                     {5, "quiet", "benign", "none"}},
                                    eye);
    REQUIRE(score.by_label.at("sui_active").count == 2);
    REQUIRE(score.by_label.at("sui_active").caught == 1);
    REQUIRE(score.by_level.at("imminent").caught == 1);
    REQUIRE(score.by_level.at("imminent").crisis == 0);
    REQUIRE(score.missed.size() == 1);
    REQUIRE(score.not_answered.size() == 1);
    REQUIRE(score.false_alarms.size() == 1);
    REQUIRE(score.by_label.at("benign").crisis == 0);
}

TEST_CASE("the yardstick sees keywords, also in idioms", "[chat][safety]") {
    REQUIRE(keyword_signal("I want to die").has_value());
    REQUIRE(keyword_signal("i could kill for a nap").has_value());
    REQUIRE_FALSE(keyword_signal("i wrote the letters already").has_value());
}
