#include <algorithm>
#include <catch2/catch.hpp>

#include "dialogs/analysis/catalog.hpp"
#include "dialogs/analysis/check.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

namespace {

/// One mistake in a sound bot: `old_text` in `file` becomes `new_text`; without `old_text` the file is new.
struct Defect {
    std::string code;
    std::string file;
    std::string old_text;
    std::string new_text;
    std::string found_at;       ///< in the line where it is to be found; empty: anywhere in the file
    std::string found_in = {};  ///< the file where it is to be found, when it is another one
};

const std::string therapy = "flows/what_is_therapy.yaml";
const std::string crisis = "flows/crisis.yaml";
const std::string intents = "nlu/intents.yaml";
const std::string more = "  - id: more\n";
const std::string slots = "slots: {mood: {type: choice, values: {good: \"Good\", bad: \"Bad\"}}}\n";
const std::string start_when = "start_when: [ask_therapy]\n";
const std::string first_line =
    "wel.1: \"Hello. I am a computer program, not a person, and speak for {clinic.name}. Nobody reads "
    "along.\"";

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

std::string promise(const std::string& what) {
    return "guarantees:\n  - " + what + "\nno_match:\n";
}

std::vector<Defect> defects() {
    return {
        // -- found by walking through all states ------------------------------------------------------------
        {"crisis-unanswered", crisis, "call {crisis.emergency}.", "help is near.", "flow: crisis"},
        {"crisis-unanswered", crisis, "{crisis.emergency}", "somebody", "flow: crisis"},
        {"stop-unanswered", "flows/goodbye.yaml",
         "    say:\n      - bye.1: \"Take care. You can come back at any time.\"\n    end: true",
         "    goto: menu", "", "flows/menu.yaml"},
        {"person-unanswered", "flows/person.yaml",
         "    say:\n      - per.1: \"You can reach a person at {clinic.name} at {clinic.phone}.\"\n    "
         "handoff: "
         "true",
         "    goto: menu", "", "flows/menu.yaml"},
        {"endless-loop", therapy, more,
         "  - id: round\n    branch:\n      - {if: \"mood is not set\", goto: .answer}\n" + more, "",
         "flows/menu.yaml"},
        {"unreachable-flow", "flows/lonely.yaml", "",
         "schema: 1\nflow: lonely\ntitle: \"Lonely\"\nsteps:\n  - {id: tell, say: [{lo.1: \"Hello.\"}]}\n",
         "flow: lonely"},
        {"never-reached", therapy, more,
         "  - id: gloom\n    if: \"mood = bad\"\n    say: [{th.9: \"Oh.\"}]\n" + more, "id: gloom"},
        {"never-said", therapy, more,
         "  - id: gloom\n    branch:\n      - {if: \"mood = bad\", say: [{th.9: \"Oh.\"}]}\n" + more, "th.9"},
        {"disclosure-late", "flows/welcome.yaml", first_line, "wel.1: \"Hello.\"", "flow: welcome"},
        {"too-many-messages", therapy, more,
         "  - id: talk\n    say: [{th.5: \"One.\"}, {th.6: \"Two.\"}, {th.7: \"Three.\"}, {th.8: "
         "\"Four.\"}]\n" +
             more,
         ""},
        {"unset-slot-said", therapy, more, "  - id: say_it\n    say: [{th.9: \"You feel {mood}.\"}]\n" + more,
         "th.9"},
        {"promise-broken", "bot.yaml", "no_match:\n", promise("{max_messages_per_turn: 1}"), "max_messages"},
        {"promise-broken", "bot.yaml", "no_match:\n",
         promise("{safety: sui_active, must_say: cri.4, within_turns: 1}"), "must_say"},
        {"promise-broken", "bot.yaml", "no_match:\n",
         promise("{intent: talk_to_human, must_reach: end, within_turns: 1}"), "must_reach"},
        {"promise-broken", "bot.yaml", "no_match:\n", promise("{tag: education, after_saying: per.1}"),
         "after_saying"},
        // -- words and channels -----------------------------------------------------------------------------
        {"text-over-limit", therapy, "You set the pace.", times(80, "You set the pace. "), "th.1"},
        {"payload-over-limit", therapy, "value: not_now", "value: " + times(12, "not_now"), "not_nownot"},
        {"hard-to-read", therapy, "You set the pace.",
         "Interdisciplinary considerations necessitate individualized methodological differentiation.",
         "th.1"},
        {"crisis-hard-to-read", crisis, "I am glad you told me.",
         "Immediate interdisciplinary intervention necessitates institutional availability.", "cri.1"},
        {"long-message", therapy, "You set the pace.", times(20, "You set the pace. "), "th.1"},
        {"few-choices", therapy, "      - {value: not_now, label: \"Not now\", match: [\"just: no\"]}\n", "",
         "id: more"},
        {"many-choices", "flows/menu.yaml", "      - {value: done,",
         "      - {value: a1, label: \"Apples\"}\n      - {value: a2, label: \"Pears\"}\n"
         "      - {value: a3, label: \"Plums\"}\n      - {value: a4, label: \"Figs\"}\n      - {value: done,",
         "id: pick"},
        // -- patterns ---------------------------------------------------------------------------------------
        {"same-pattern", intents, "[\"go back\", ", "[\"go back\", \"start over\", ", ""},
        {"should-match", intents, "should_match: [\"skip\"]", "should_match: [\"skipping\"]", "skipping"},
        {"should-not-match", intents, "should_not_match: [\"i skip meals\"]",
         "should_not_match: [\"skip it\"]", "skip it"},
        {"bad-pattern", intents, "\"what is therapy\", ", "\"(what is therapy\", ", "(what is therapy"},
        {"should-match", "safety/signals.yaml", "[\"i keep cutting myself\"]", "[\"i keep on\"]",
         "i keep on"},
        {"duplicate-intent", intents, "  - intent: restart\n", "  - intent: skip\n", "intent: skip"},
        // -- names and structure ----------------------------------------------------------------------------
        {"unknown-flow", "flows/menu.yaml", "{goto: goodbye}", "{goto: good_bye}", "good_bye"},
        {"unknown-step", "flows/menu.yaml", "goto: .pick", "goto: .choose", ".choose"},
        {"unknown-slot", therapy, more, "  - {id: x, if: \"moods is set\", say: [{th.9: \"Oh.\"}]}\n" + more,
         "moods"},
        {"unknown-value", therapy, more, "  - {id: x, if: \"mood = sad\", say: [{th.9: \"Oh.\"}]}\n" + more,
         "sad"},
        {"unknown-intent", therapy, start_when, "start_when: [ask_terapy]\n", "ask_terapy"},
        {"unknown-variable", therapy, "You set the pace.", "Call {clinic.fone}.", "clinic.fone"},
        {"unreachable-step", therapy, more, "  - {id: away, goto: menu}\n" + more, "id: more"},
        {"duplicate-line", therapy, "th.2:", "th.1:", "th.1: \"Would"},
        {"duplicate-step", therapy, more, "  - id: answer\n", ""},
        {"duplicate-option", therapy, "value: not_now", "value: tell_me", ""},
        {"missing-key", therapy, "title: \"What therapy is\"\n", "", ""},
        {"unknown-key", therapy, "title:", "titel:", "titel"},
        {"empty-text", therapy, "\"Would you like to hear what a first visit is like?\"", "\"\"", "th.2"},
        {"missing-command", "bot.yaml", "  - {intent: stop, do: stop}\n", "", ""},
        {"ladder-stays", "bot.yaml", "    goto: menu\n", "    repeat: true\n", ""},
        {"not-crisis-flow", crisis, "crisis: true\n", "", "", "safety/signals.yaml"},
    };
}

BotFiles with(const Defect& defect) {
    BotFiles files = starter_bot();
    std::string& text = files[defect.file];
    const std::size_t at = text.find(defect.old_text);
    REQUIRE(at != std::string::npos);
    text.replace(at, defect.old_text.size(), defect.new_text);
    if (text.find("mood") != std::string::npos) files["bot.yaml"] += slots;
    return files;
}

std::vector<Finding> findings_of(const BotFiles& files) {
    const Loaded loaded = load(files);
    std::vector<Finding> found;
    if (!loaded) {
        for (const Diagnostic& one : loaded.error()) found.push_back({one, {}});
        return found;
    }
    CheckOptions options;
    options.channels = {{"phone", 1024, 0, 0, 64, 0, "", ""}, {"buttons", 4096, 8, 0, 64, 0, "", ""}};
    return check(files, **loaded, options).findings;
}

bool is_in_line(const std::string& text, int line, const std::string& part) {
    std::size_t at = 0;
    for (int i = 1; i < line && at != std::string::npos; ++i) at = text.find('\n', at) + 1;
    return text.substr(at, text.find('\n', at) - at).find(part) != std::string::npos;
}

std::string shown(const std::vector<Finding>& findings) {
    std::string all;
    for (const Finding& one : findings)
        all += one.what.place.file + ":" + std::to_string(one.what.place.line) + " " + one.what.code + ": " +
               one.what.message + "\n";
    return all;
}

bool is_walked(const std::string& code) {
    const CodeInfo* info = find_code(code);
    REQUIRE(info != nullptr);
    return info->id.starts_with("E4") && !code.starts_with("never") && !code.starts_with("unreachable");
}

}  // namespace

TEST_CASE("each of many mistakes in a sound bot is found, where it is", "[check]") {
    std::vector<std::string> kinds;
    for (const Defect& defect : defects()) {
        kinds.push_back(defect.code);
        const BotFiles files = with(defect);
        const auto findings = findings_of(files);
        const std::string& file = defect.found_in.empty() ? defect.file : defect.found_in;
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& one) {
            return one.what.code == defect.code && one.what.place.file == file &&
                   is_in_line(files.at(file), one.what.place.line, defect.found_at);
        });
        INFO("expected " << defect.code << " in " << file << " at '" << defect.found_at << "', got\n"
                         << shown(findings));
        CHECK(found != findings.end());
        if (found != findings.end()) CHECK(found->transcript.empty() != is_walked(defect.code));
    }
    std::sort(kinds.begin(), kinds.end());
    CHECK(kinds.size() >= 30);
    CHECK(std::unique(kinds.begin(), kinds.end()) - kinds.begin() >= 15);
}

TEST_CASE("a sound bot is told nothing", "[check]") {
    const auto findings = findings_of(starter_bot());
    const auto is_hint = [](const Finding& one) {
        return find_code(one.what.code)->severity == Severity::hint;
    };
    CHECK(shown(findings) == "");
    CHECK(std::all_of(findings.begin(), findings.end(), is_hint));
}

}  // namespace attune::dialogs
