#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using namespace attune::dialogs::test;

namespace {

/// Whether a load says this among other things.
bool says(const BotFiles& files, const std::string& problem) {
    for (const std::string& each : problems(files)) {
        if (each.find(problem) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("slips in forms, amounts, texts and reminders are found at their place", "[language]") {
    const auto [old_text, new_text, problem] = GENERATE(table<std::string, std::string, std::string>({
        {"who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}",
         "who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}\n  n: {type: number, values: {a: {to: 3, label: A}, b: {from: 3, label: B}}}",
         "the range of 'b' overlaps another one"},
        {"who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}",
         "who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}\n  n: {type: number, values: {a: {from: 3, to: 1, label: A}}}",
         "the range of 'a' ends before it begins"},
        {"who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}",
         "who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}\n  t: {type: text}",
         "the key 'max' is missing in a slot"},
        {"who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}",
         "who: {type: choice, values: {me: \"Myself\", partner: \"My partner\"}}\n  t: {type: text, max: 0}",
         "a text of 1 to 1000 characters is expected"},
        {"  - id: leave\n", "  - id: f\n    collect: []\n  - id: leave\n", "a form without questions"},
        {"  - id: leave\n", "  - id: f\n    collect: [{ask: \"\", say: [{x.1: X}]}]\n  - id: leave\n",
         "a question of a form fills a slot"},
        {"    why:\n", "    no_input: {after: 1s, say: [{x.1: X}]}\n    why:\n", "expected a time from 10s to 7d"},
        {"    why:\n", "    no_input: {after: 1m, times: 9}\n    why:\n", "'9' is no number of times"},
        {"  - id: leave\n", "  - id: leave\n    only_on: [sms]\n", "unknown slot 'channel'"},
        {"  - id: leave\n", "  - id: leave\n    language: xx\n", "unknown language 'xx'"},
        {"tags: [start]\n", "tags: [start]\nmoved_to: {who: .leave}\n", "the step 'who' is still there"},
        {"tags: [start]\n", "tags: [start]\nmoved_to: {gone: .nowhere}\n", "unknown step 'nowhere'"},
    }));
    CAPTURE(new_text);
    CHECK(says(tiny_bot_with("flows/hello.yaml", old_text, new_text), problem));
}

TEST_CASE("of a text only whether it is set can be asked, and only the visitor fills it", "[language]") {
    BotFiles files = tiny_bot_with("flows/hello.yaml", "steps:\n",
                                   "  t: {type: text, max: 20}\nsteps:\n  - {id: bad, if: \"t = me\", set: {t: me}}\n");
    CHECK(says(files, "'t' is a text; expected a choice with '=' and '!='"));
    CHECK(says(files, "'t' is a text; only the visitor fills it"));
    files = tiny_bot_with("flows/hello.yaml", "steps:\n",
                          "  t: {type: text, max: 20}\nsteps:\n  - {id: fine, if: \"t is set\", set: {t: {clear: true}}}\n"
                          "  - {id: q, ask: t, say: [{q.1: \"{t}\"}]}\n");
    CHECK(problems(files).empty());
}

TEST_CASE("slips in what a bot promises and calls are found at their place", "[language]") {
    const auto [more, problem] = GENERATE(table<std::string, std::string>({
        {"guarantees: [{safety: sui_active, must_say: cr.9}]", "unknown line 'cr.9'"},
        {"guarantees: [{tag: nothing, after_saying: cr.1}]", "no flow has the tag 'nothing'"},
        {"guarantees: [{intent: stop, must_say: cr.1, must_reach: end}]", "has either 'must_say' or 'must_reach'"},
        {"guarantees: [{from: every_state}]", "this guarantees nothing"},
        {"guarantees: [{max_messages_per_turn: 0}]", "expected a number from 1 to 100"},
        {"interrupts: [{intent: nothing, call: bye}]", "unknown intent 'nothing'"},
        {"interrupts: [{intent: greet, call: bye, resume: maybe}]", "'maybe' is no way to resume"},
        {"interrupts: [{intent: greet, call: bye}]", "the intent 'greet' calls for a command in bot.yaml"},
        {"moved_to: {hello: bye}", "the flow 'hello' is still there"},
        {"channels: []", "no channel; expected at least one"},
        {"did_you_mean: {say: []}", "no line in say"},
        {"after_silence: {after: 1s}", "expected a time from 60s to 30d"},
    }));
    BotFiles files = tiny_bot();
    files["bot.yaml"] += more + "\n";
    CAPTURE(more, problems(files));
    CHECK(says(files, problem));
}

TEST_CASE("promises about lines and flows that are there are kept in the script", "[language]") {
    BotFiles files = tiny_bot();
    files["bot.yaml"] += "guarantees:\n  - {safety: sui_active, must_say: cr.1, within_turns: 1}\n"
                         "  - {every_state: {can_reach: end, max_turns: 8}}\n  - {tag: start, after_saying: he.1}\n"
                         "  - {max_messages_per_turn: 3}\n";
    const Loaded loaded = load(files);
    REQUIRE(loaded);
    const auto& promises = (*loaded)->guarantees;
    REQUIRE(promises.size() == 4);
    CHECK(promises[0].kind == Guarantee::Kind::answer);
    CHECK(promises[0].safety == "sui_active");
    CHECK(promises[1].at_end);
    CHECK(promises[1].turns == 8);
    CHECK(promises[2].tag == "start");
    CHECK(promises[3].count == 3);
}
