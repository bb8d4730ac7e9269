#include "tests/unit/dialogs/support/tiny_bot.hpp"

#include <catch2/catch.hpp>

namespace attune::dialogs::test {

namespace {

constexpr const char* bot = R"yaml(schema: 1
name: "Tiny"
locale: en
disclosure: "I am a program of {clinic.name}."
start: hello
slots:
  signs: {type: set, values: {trust: "Trust is hard", numb: "Feeling numb"}}
commands:
  - {intent: person, do: person}
  - {intent: wipe, do: erase}
  - {intent: stop, do: stop}
  - {intent: menu, do: menu}
  - {intent: back, do: back}
  - {intent: again, do: repeat}
  - {intent: why, do: why}
  - {intent: skip, do: skip}
  - {intent: restart, do: start_over}
flows: {menu: hello, person: hello, stop: bye, erase: bye}
no_match:
  - {say: [{nm.1: ["Sorry?", "Pardon?"]}], repeat: true}
  - {say: [{nm.2: "On we go."}], goto: hello}
lines:
  resume: {eng.1: "Back to it."}
  back: {eng.2: "One step back."}
  nothing_before: {eng.3: "This is the start."}
  no_why: {eng.4: "No special reason."}
  cannot_skip: {eng.5: "This one is needed."}
  not_understood: {eng.6: "I did not get that."}
  lost: {eng.7: "I lost the thread."}
  welcome_back: {eng.8: "Hello again."}
channel_lines:
  stop: {ch.1: "{bot.name}: No more. In danger, call {crisis.emergency}."}
  start: {ch.2: "Welcome back."}
  help: {ch.3: "I am a program."}
  number: {ch.4: "A number, please."}
  numbers: {ch.5: "Numbers, please."}
  list: {ch.6: "Choose"}
)yaml";

constexpr const char* clinic = R"yaml(schema: 1
country: US
clinic:
  name: "Harbor"
  phone: "555-0100"
  fax: ""
)yaml";

constexpr const char* hello = R"yaml(schema: 1
flow: hello
title: "Hello"
start_when: [greet]
tags: [start]
slots:
  who: {type: choice, values: {me: "Myself", partner: "My partner"}}
steps:
  - id: once
    say_once:
      - he.1: "I am {bot.name}."
  - id: who
    if: "who is not set and not (signs has trust or signs is empty)"
    ask: who
    say:
      - he.2: "Who is it about?"
    options:
      - {value: me}
      - {value: partner, label: "My partner", match: ["my (@spouse | love)"], then: {call: tick}}
    why:
      - he.3: "So that the examples fit."
    skip: {set: {who: me}}
    no_match:
      - {say: [{he.4: "Tap a button."}], repeat: true}
      - {set: {who: me}, goto: .branch}
  - id: branch
    branch:
      - {if: "who in (partner, me)", say: [{he.5: "About {who}, {{really}."}]}
      - {else: true, goto: tick.some}
  - id: leave
    goto: bye
)yaml";

constexpr const char* tick = R"yaml(schema: 1
flow: tick
title: "Tick"
bridge: false
steps:
  - id: ask
    ask: signs
    say:
      - ti.1: "Which of these?"
  - id: some
    set: {signs: {add: trust}}
    return: true
)yaml";

constexpr const char* bye = R"yaml(schema: 1
flow: bye
title: "Goodbye"
steps:
  - id: bye
    say:
      - by.1: "Take care, {clinic.phone}.\n{signs}"
    end: true
)yaml";

constexpr const char* crisis = R"yaml(schema: 1
flow: crisis
title: "Help"
crisis: true
steps:
  - id: help
    say:
      - cr.1: "Call {crisis.emergency}.\n{crisis.suicide}"
      - cr.2: "{crisis.lines}"
)yaml";

constexpr const char* intents = R"yaml(schema: 1
lists:
  spouse: [wife, husband]
intents:
  - {intent: greet, any: ["hello"], should_match: ["hello you"], should_not_match: ["bye"]}
  - {intent: person, any: ["a person"], should_match: ["a person"], should_not_match: ["hello"]}
  - {intent: wipe, any: ["delete it"], should_match: ["delete it"], should_not_match: ["hello"]}
  - {intent: stop, any: ["just: stop"], should_match: ["stop"], should_not_match: ["stop it"]}
  - {intent: menu, any: ["menu"], should_match: ["menu"], should_not_match: ["hello"]}
  - {intent: back, any: ["go back"], should_match: ["go back"], should_not_match: ["hello"]}
  - {intent: again, any: ["again"], should_match: ["again"], should_not_match: ["hello"]}
  - {intent: why, any: ["why"], unless: ["why not"], should_match: ["why"], should_not_match: ["why not"]}
  - {intent: skip, any: ["skip"], should_match: ["skip"], should_not_match: ["hello"]}
  - {intent: restart, all_of: ["start", "over"], should_match: ["start over"], should_not_match: ["start"]}
)yaml";

constexpr const char* signals = R"yaml(schema: 1
signals:
  - class: sui_active
    level: high
    flow: crisis
    patterns: ["want* to die"]
    should_match: ["i want to die"]
    should_not_match: ["i dye my hair"]
  - class: self_harm
    level: high
    flow: crisis
    patterns: ["cut myself"]
    should_match: ["i cut myself"]
    should_not_match: ["i cut bread"]
  - class: medical_overdose
    level: imminent
    flow: crisis
    patterns: ["took too many pills"]
    should_match: ["i took too many pills"]
    should_not_match: ["i took a pill"]
)yaml";

constexpr const char* us = R"yaml(schema: 1
country: US
title: "Help now"
emergency: {number: "911", label: "Emergency: 911", source: "https://www.911.gov", checked: 2026-11-24}
lines:
  - id: us.988
    for: [suicide]
    label: "988 Lifeline"
    tel: "988"
    sms: "988"
    url: "https://988lifeline.org"
    source: "https://988lifeline.org"
    checked: 2026-11-24
  - id: us.text
    for: [crisis]
    label: "Crisis Text Line"
    sms: "741741"
    source: "https://www.crisistextline.org"
    checked: 2026-11-24
)yaml";

}  // namespace

const BotFiles& tiny_bot() {
    static const BotFiles files = {{"bot.yaml", bot},
                                   {"clinic.yaml", clinic},
                                   {"flows/hello.yaml", hello},
                                   {"flows/tick.yaml", tick},
                                   {"flows/bye.yaml", bye},
                                   {"flows/crisis.yaml", crisis},
                                   {"nlu/intents.yaml", intents},
                                   {"safety/signals.yaml", signals},
                                   {"safety/lines/us.yaml", us}};
    return files;
}

BotFiles tiny_bot_with(const std::string& path, const std::string& old_text, const std::string& new_text) {
    BotFiles files = tiny_bot();
    std::string& content = files.at(path);
    const std::size_t at = content.find(old_text);
    CAPTURE(path, old_text);
    REQUIRE(at != std::string::npos);
    REQUIRE(content.find(old_text, at + 1) == std::string::npos);
    content.replace(at, old_text.size(), new_text);
    return files;
}

std::vector<std::string> problems(const BotFiles& files) {
    std::vector<std::string> texts;
    const Loaded loaded = load(files, Drafts::left_out);
    if (loaded) return texts;
    for (const Diagnostic& diagnostic : loaded.error()) texts.push_back(to_text(diagnostic));
    return texts;
}

}  // namespace attune::dialogs::test
