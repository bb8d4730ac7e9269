#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/slips.hpp"

using namespace attune::dialogs::test;

TEST_CASE("a hole in the safety net is refused", "[language]") {
    check_slips({
        {"safety/signals.yaml", "class: self_harm",
         "class: selfharm",
         {"safety/signals.yaml:2:1: no signal of the class 'self_harm'; it is required [missing-class]",
          "safety/signals.yaml:9:12: 'selfharm' is no safety class; expected one of sui_passive, sui_active, sui_method, sui_intent, sui_plan_prep, sui_attempt_now, sui_history_or_denied, self_harm, medical_overdose, harm_to_others, abuse_now, sexual_violence, child_at_risk, vulnerable_adult, psychosis_mania_like, eating_acute, third_party_risk, stalking_trafficking, minor_user, method_request (did you mean 'self_harm'?) [unknown-class]"}},
        {"safety/signals.yaml", "class: self_harm",
         "class: eating_acute",
         {"safety/signals.yaml:2:1: no signal of the class 'self_harm'; it is required [missing-class]"}},
        {"safety/signals.yaml", "level: imminent",
         "level: urgent",
         {"safety/signals.yaml:16:12: 'urgent' is no level; expected one of imminent, high, moderate, check [unknown-level]"}},
        {"safety/signals.yaml", R"(    flow: crisis
    patterns: ["cut myself"])",
         R"(    flow: hello
    patterns: ["cut myself"])",
         {"safety/signals.yaml:11:11: the flow 'hello' answers danger but is not marked so (write 'crisis: true' in flows/hello.yaml) [not-crisis-flow]"}},
        {"safety/signals.yaml", "class: self_harm\n    level: high\n    flow: crisis",
         "class: sui_active\n    level: high\n    flow: bye",
         {"safety/signals.yaml:2:1: no signal of the class 'self_harm'; it is required [missing-class]",
          "safety/signals.yaml:11:11: the class 'sui_active high' is answered by 'crisis' before and by 'bye' here; expected the same flow each time [class-flow]",
          "safety/signals.yaml:11:11: the flow 'bye' answers danger but is not marked so (write 'crisis: true' in flows/bye.yaml) [not-crisis-flow]"}},
        {"safety/signals.yaml", R"(patterns: ["cut myself"])",
         "patterns: []",
         {"safety/signals.yaml:12:15: a signal without patterns; expected at least one [empty-list]"}},
        {"safety/signals.yaml", R"(["i cut myself"])",
         R"(["i hurt myself"])",
         {"safety/signals.yaml:13:20: 'i hurt myself' is not caught; expected the class 'self_harm' [should-match]"}},
        {"safety/signals.yaml", R"(["i cut bread"])",
         R"(["i never cut myself"])",
         {"safety/signals.yaml:14:24: 'i never cut myself' gives the class 'self_harm', which it must not (it is caught by the pattern 'cut myself') [should-not-match]"}},
        {"safety/lines/us.yaml", "country: US",
         "country: GB",
         {"safety/lines/us.yaml:2:10: the lines of GB are in the file 'us.yaml'; expected 'gb.yaml' [country-file-name]"}},
        {"safety/lines/us.yaml", R"(number: "911")",
         R"(number: "9-1-1")",
         {"safety/lines/us.yaml:4:21: '9-1-1' cannot be dialed; expected digits, perhaps with + before them (leave out spaces, brackets and dashes) [bad-number]"}},
        {"safety/lines/us.yaml", R"(tel: "988")",
         R"(tel: "call 988")",
         {"safety/lines/us.yaml:9:10: 'call 988' cannot be dialed; expected digits, perhaps with + before them (leave out spaces, brackets and dashes) [bad-number]"}},
        {"safety/lines/us.yaml", R"(url: "https://988lifeline.org")",
         R"(url: "http://988lifeline.org")",
         {"safety/lines/us.yaml:11:10: 'http://988lifeline.org' is no safe address; expected https://… [bad-url]"}},
        {"safety/lines/us.yaml", R"(sms: "741741"
    )",
         "",
         {"safety/lines/us.yaml:14:5: a crisis line without a way to reach it; expected tel, sms or url [missing-key]"}},
        {"safety/lines/us.yaml", "for: [crisis]",
         "for: [lines]",
         {"safety/lines/us.yaml:15:11: 'lines' has a meaning of its own; expected another purpose [bad-value]"}},
        {"safety/lines/us.yaml", "id: us.text",
         "id: us.988",
         {"safety/lines/us.yaml:14:5: a second crisis line with the id 'us.988' [duplicate-line]"}},
        {"safety/lines/us.yaml", R"(    source: "https://www.crisistextline.org"
    checked: 2026-11-24)",
         R"(    source: "https://www.crisistextline.org"
    checked: 2026-13-24)",
         {"safety/lines/us.yaml:19:14: '2026-13-24' is no date; expected year-month-day, like 2026-11-24 [bad-value]"}},
    });
}
