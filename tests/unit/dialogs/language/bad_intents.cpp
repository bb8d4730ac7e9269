#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"

using namespace attune::dialogs::test;

TEST_CASE("patterns and intents that do not work are refused", "[language]") {
    check_slips({
        {"nlu/intents.yaml", "lists:\n  spouse: [wife, husband]",
         R"(lists:
  spouse: [wife, "@x"])",
         {"nlu/intents.yaml:3:18: a list in a list: '@x'; expected words [bad-pattern]"}},
        {"nlu/intents.yaml", "lists:\n  spouse: [wife, husband]",
         "lists:\n  spouse: [wife, husband]\n  Kin: [aunt]",
         {"nlu/intents.yaml:4:3: 'Kin' is no name for a list; expected a to z, 0 to 9 and _ [bad-id]"}},
        {"safety/signals.yaml", "schema: 1",
         "schema: 1\nlists: {spouse: [wife]}",
         {"safety/signals.yaml:2:9: a second list with the name 'spouse' [duplicate-list]"}},
        {"nlu/intents.yaml", R"({intent: greet, any: ["hello"], )",
         "{intent: greet, ",
         {"nlu/intents.yaml:5:5: an intent without a pattern; expected 'any' or 'all_of' [missing-key]"}},
        {"nlu/intents.yaml", R"({intent: greet, any: ["hello"], should_match: ["hello you"])",
         R"({intent: greet, any: ["hello"], should_match: ["hi you", "start over"])",
         {"nlu/intents.yaml:5:52: 'hi you' gives no intent; expected the intent 'greet' [should-match]",
          "nlu/intents.yaml:5:62: 'start over' gives 'restart'; expected the intent 'greet' [should-match]"}},
        {"nlu/intents.yaml", R"({intent: greet, any: ["hello"], should_match: ["hello you"], should_not_match: ["bye"]})",
         R"({intent: greet, any: ["hello | bye"], should_match: ["hello you"], should_not_match: ["bye"]})",
         {"nlu/intents.yaml:5:91: 'bye' gives the intent 'greet', which it must not (it is caught by the pattern 'hello | bye') [should-not-match]"}},
        {"nlu/intents.yaml", R"({intent: greet, any: ["hello"], should_match: ["hello you"], should_not_match: ["bye"]})",
         R"({intent: greet, any: ["hello"], should_not_match: []})",
         {"nlu/intents.yaml:5:5: the key 'should_match' is missing in an intent [missing-key]",
          "nlu/intents.yaml:5:55: no example in 'should_not_match'; expected at least one [empty-list]"}},
        {"nlu/intents.yaml", "intent: restart",
         "intent: skip",
         {"bot.yaml:17:14: unknown intent 'restart'; expected an intent of nlu/*.yaml [unknown-intent]",
          "nlu/intents.yaml:14:14: a second intent with the name 'skip' [duplicate-intent]"}},
        {"nlu/intents.yaml", R"(any: ["a person"])",
         R"(any: ["a [person"])",
         {"nlu/intents.yaml:6:31: in the pattern 'a [person': found '['; expected ] behind it [bad-pattern]"}},
    });
}
