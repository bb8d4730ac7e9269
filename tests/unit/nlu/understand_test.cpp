#include "nlu/understand.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/nlu/patterns.hpp"

using namespace attune::nlu;

namespace {

Understander understander() {
    Understander all;
    all.safety.detector =
        SafetyDetector::build({{"sui_active", SafetyLevel::high, patterns({"want to die"})}}).value();
    all.intents = IntentMatcher::build({{"attachment", patterns({"attachment"}), {}, {}}}).value();
    return all;
}

OptionMatcher options() {
    return OptionMatcher::build({{"a", "Alpha", {}}, {"b", "Beta", {}}}).value();
}

}  // namespace

TEST_CASE("a message is understood in all ways at once", "[nlu][understand]") {
    const OptionMatcher matcher = options();
    const Question question{&matcher, false};
    const auto understood = understander().understand("Attachment? I w4nt to d.i.e. Beta", {question});
    REQUIRE(understood.words == " attachment i w4nt to d i e beta ");
    REQUIRE(understood.safety.value().safety_class == "sui_active");
    REQUIRE(understood.answers.size() == 1);
    REQUIRE(understood.answers.front().option == 1);
    REQUIRE(understood.intents.front().name == "attachment");
}

TEST_CASE("a question may take several answers", "[nlu][understand]") {
    const OptionMatcher matcher = options();
    const Question many{&matcher, true};
    const Question one{&matcher, false};
    REQUIRE(understander().understand("1 and 2", {many}).answers.size() == 2);
    REQUIRE(understander().understand("1 and 2", {one}).answers.empty());
    REQUIRE(understander().understand("1", {}).answers.empty());
}

TEST_CASE("a reviewed phrase that is the whole message outweighs a likeness to danger, as far as a check-in", "[nlu][understand]") {
    const std::vector<SafetyExamples> examples = {
        {"", {}, {"how long does a session last", "what does it cost to come here"}},
        {"sui_passive", SafetyLevel::moderate, {"i feel so empty inside these days", "all is empty inside of me"}}};
    Understander all;
    all.intents = IntentMatcher::build({{"numb", patterns({"just: i feel so empty inside"}), {}, {}}}).value();
    all.safety.classifier = SafetyClassifier::train(examples, {0.5, 1.1});
    REQUIRE_FALSE(all.understand("i feel so empty inside", {}).safety.has_value());
    REQUIRE(all.understand("i feel so empty inside these days", {}).safety.has_value());
    all.safety.classifier = SafetyClassifier::train(examples, {0.1, 0.5});
    REQUIRE(all.understand("i feel so empty inside", {}).safety.has_value());
}
