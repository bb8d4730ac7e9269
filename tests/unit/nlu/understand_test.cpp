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
