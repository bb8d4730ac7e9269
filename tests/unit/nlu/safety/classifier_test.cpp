#include "nlu/safety/classifier.hpp"

#include <catch2/catch.hpp>

#include "nlu/text/normalise.hpp"

using namespace attune::nlu;

namespace {

std::vector<SafetyExamples> examples() {
    return {
        {"",
         {},
         {"i packed my boxes for the move", "the letters from the bank are here",
          "my dog is asleep on the sofa", "we planned the party for friday", "can i book for monday please",
          "what is secure attachment"}},
        {"sui_plan_prep",
         SafetyLevel::imminent,
         {"i gave my dog away so nobody has to deal", "everything is packed and they will find the letters",
          "i said my goodbyes, friday is the day"}},
        {"self_harm",
         SafetyLevel::high,
         {"the razor calms me down at night", "my arms are full of fresh marks again",
          "i wear long sleeves so nobody sees the marks"}}};
}

}  // namespace

TEST_CASE("what is like an example is seen, with its class and level", "[nlu][safety]") {
    const SafetyClassifier classifier = SafetyClassifier::train(examples(), {0.5, 0.5});
    const auto seen = classifier.look(normalise("gave my dog away so nobody has to deal with him"));
    REQUIRE(seen.has_value());
    REQUIRE(seen->safety_class == "sui_plan_prep");
    REQUIRE(seen->level == SafetyLevel::imminent);
    REQUIRE(seen->by == SafetySignal::By::classifier);
    REQUIRE(classifier.look(normalise("the razor calms me down"))->safety_class == "self_harm");
    REQUIRE_FALSE(classifier.look(normalise("can i book the party for friday")).has_value());
}

TEST_CASE("between the thresholds there is a check-in", "[nlu][safety]") {
    const SafetyClassifier classifier = SafetyClassifier::train(examples(), {0.5, 1.1});
    REQUIRE(classifier.look(normalise("the razor calms me down"))->level == SafetyLevel::check);
}

TEST_CASE("one sentence is found in a long story", "[nlu][safety]") {
    const SafetyClassifier classifier = SafetyClassifier::train(examples(), {0.5, 0.5});
    std::string story;
    for (int i = 0; i < 60; ++i) story += "we planned the party and packed boxes for the move. ";
    REQUIRE(classifier.look(
        normalise(story + "the razor calms me down at night, my arms are full of fresh marks. " + story)));
}

TEST_CASE("training is the same each time, and without examples nothing is seen", "[nlu][safety]") {
    const std::string text = normalise("nobody sees the letters");
    REQUIRE(SafetyClassifier::train(examples()).danger(text) ==
            SafetyClassifier::train(examples()).danger(text));
    REQUIRE_FALSE(SafetyClassifier().look(text).has_value());
    REQUIRE_FALSE(SafetyClassifier::train({}).look(text).has_value());
}

TEST_CASE("an example without danger is never taken for danger, unless it is an example of danger too", "[nlu][safety]") {
    std::vector<SafetyExamples> both = examples();
    both.front().messages.push_back("the razor calms me down at night");
    const SafetyThresholds low{0.0, 1.1};
    REQUIRE_FALSE(SafetyClassifier::train(both, low).look(normalise("what is secure attachment, please tell")) ==
                  std::nullopt);
    both.front().messages.push_back("we sold our old house today");
    const SafetyClassifier classifier = SafetyClassifier::train(both, low);
    REQUIRE_FALSE(classifier.look(normalise("We sold our old house today!")).has_value());
    REQUIRE(classifier.look(normalise("the razor calms me down at night")).has_value());
}

TEST_CASE("what is imminent needs less certainty for a crisis response", "[nlu][safety]") {
    const std::string text = normalise("i said my goodbyes, everything is packed for friday");
    const double danger = SafetyClassifier::train(examples()).danger(text);
    const SafetyThresholds above{danger - 0.3, danger + 0.1};
    const auto imminent = SafetyClassifier::train(examples(), above).look(text);
    REQUIRE(imminent.has_value());
    REQUIRE(imminent->level == SafetyLevel::imminent);
}
