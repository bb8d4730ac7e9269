#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"

using namespace attune::dialogs::test;

TEST_CASE("steps that cannot work are refused", "[language]") {
    check_slips({
        {"flows/hello.yaml", "      - {else: true, goto: tick.some}",
         R"(      - {else: true, goto: tick.some}
      - {if: "who = me"})",
         {"flows/hello.yaml:29:10: 'else' before other arms, which are then never taken; expected it last [else-last]"}},
        {"flows/hello.yaml", "{else: true, goto: tick.some}",
         "{goto: tick.some}",
         {"flows/hello.yaml:29:9: an arm of a branch has either 'if' or 'else' [missing-key]"}},
        {"flows/hello.yaml", "{else: true, goto: tick.some}",
         "{else: true, repeat: true}",
         {"flows/hello.yaml:29:22: 'repeat' where no question is open; expected it in no_match, skip or an option [repeat-place]"}},
        {"flows/hello.yaml", "{set: {who: me}, goto: .branch}",
         "{repeat: true}",
         {"flows/hello.yaml:25:9: the last rung asks again, so a visitor may never get on; expected a way out (leave out 'repeat', or add a rung with goto, return, call or end) [ladder-stays]"}},
        {"flows/hello.yaml", "{value: me}",
         "{value: mine}",
         {"flows/hello.yaml:18:17: unknown value 'mine'; expected a value of 'who' (one of me, partner) [unknown-value]"}},
        {"flows/hello.yaml", "{value: me}",
         "{value: partner}",
         {"flows/hello.yaml:19:17: a second option with the value 'partner' [duplicate-option]"}},
        {"flows/hello.yaml", R"(label: "My partner", match)",
         R"(label: "Myself", match)",
         {"flows/hello.yaml:18:9: typing the label 'Myself' gives no option; expected 'me' (give it other words than the other options) [option-not-reachable]",
          "flows/hello.yaml:19:33: typing the label 'Myself' gives no option; expected 'partner' (give it other words than the other options) [option-not-reachable]"}},
        {"flows/hello.yaml", R"_(label: "My partner", match: ["my (@spouse | love)"])_",
         R"(label: "me")",
         {"flows/hello.yaml:19:33: typing the label 'me' gives 'me'; expected 'partner' (give it other words than the other options) [option-not-reachable]"}},
        {"flows/tick.yaml", "    ask: signs\n",
         R"(    ask: ""
)",
         {"flows/tick.yaml:6:5: the key 'options' is missing in a question [missing-key]"}},
        {"flows/tick.yaml", R"(      - ti.1: "Which of these?")",
         R"(      - ti.1: "Which of these?"
    options: [])",
         {"flows/tick.yaml:10:14: a question without options; expected at least one [empty-list]"}},
        {"flows/tick.yaml", R"(      - ti.1: "Which of these?")",
         R"(      - ti.1: "Which of these?"
    options:
      - {value: trust, then: {return: true}})",
         {"flows/tick.yaml:11:24: 'then' where several answers can be given; expected it in the steps behind the question [then-on-set]"}},
        {"flows/tick.yaml", R"(      - ti.1: "Which of these?")",
         R"(      - ti.1: "Which of these?"
      - ti.2: "No."
        ti.3: "Two.")",
         {R"(flows/tick.yaml:10:9: this is no line; expected one id with its text (write  id: "text"  or  id: ["text", "other text"], each line with its own dash) [wrong-type])"}},
        {"flows/tick.yaml", R"(    say:
      - ti.1: "Which of these?"
)",
         "",
         {"flows/tick.yaml:6:5: the key 'say' is missing in a question [missing-key]"}},
        {"flows/tick.yaml", "    return: true",
         "    return: true\n  - id: never\n    end: true",
         {"flows/tick.yaml:13:9: no way leads to the step 'never'; expected a goto, or a step before it that goes on [unreachable-step]"}},
        {"flows/hello.yaml", R"_(match: ["my (@spouse | love)"])_",
         R"_(match: ["my (@spose | love)"])_",
         {"flows/hello.yaml:19:60: unknown list '@spose'; expected a list of nlu/*.yaml (did you mean 'spouse'?) [unknown-list]"}},
        {"flows/hello.yaml", R"_(match: ["my (@spouse | love)"])_",
         R"(match: ["my (love"])",
         {"flows/hello.yaml:19:59: in the pattern 'my (love': found '('; expected ) behind it [bad-pattern]"}},
        {"flows/hello.yaml", R"_(match: ["my (@spouse | love)"])_",
         "match: ['é ... ']",
         {"flows/hello.yaml:19:56: in the pattern 'é ... ': found 'é ... '; expected a word at both ends, not a gap [bad-pattern]"}},
    });
}
