#include "tests/unit/dialogs/engine/small_bot.hpp"

#include "dialogs/language/load.hpp"

namespace attune::dialogs::test {

namespace {

const BotFiles files = {
    {"bot.yaml", R"yaml(
schema: 1
name: "Small"
locale: en
disclosure: "A program."
start: welcome
slots:
  signs: {type: set, values: {trust: "Trust is hard", numb: "Feeling numb", fear: "Fear of closeness"}}
commands:
  - {intent: talk_to_human, do: person}
  - {intent: delete_my_data, do: erase}
  - {intent: pause_or_stop, do: stop}
  - {intent: help_menu, do: menu}
  - {intent: go_back, do: back}
  - {intent: repeat_last, do: repeat}
  - {intent: ask_why, do: why}
  - {intent: skip, do: skip}
  - {intent: restart, do: start_over}
flows: {menu: menu, person: person, stop: goodbye, erase: wipe}
no_match:
  - {say: [{nm.1: ["Sorry?", "Pardon?"]}], repeat: true}
  - {say: [{nm.2: "Still lost."}], repeat: true}
  - {say: [{nm.3: "To the menu."}], goto: menu}
lines:
  resume: {eng.resume: ["Back to it.", "Where we were."]}
  back: {eng.back: "One step back."}
  nothing_before: {eng.first: "This is the start."}
  no_why: {eng.no_why: "No special reason."}
  cannot_skip: {eng.no_skip: "This one is needed."}
  not_understood: {eng.what: "I did not get that."}
  lost: {eng.lost: "I lost the thread."}
  welcome_back: {eng.again: "Hello again."}
)yaml"},
    {"clinic.yaml", R"yaml(
schema: 1
country: US
clinic: {phone: "555-0100"}
)yaml"},
    {"flows/welcome.yaml", R"yaml(
schema: 1
flow: welcome
title: "Welcome"
steps:
  - id: hello
    say_once:
      - wel.once: "I am a program."
  - id: greet
    say:
      - wel.1: "Hello. Call {clinic.phone}."
)yaml"},
    {"flows/menu.yaml", R"yaml(
schema: 1
flow: menu
title: "Menu"
bridge: false
steps:
  - id: pick
    ask: ""
    say:
      - menu.1: "What would you like?"
    options:
      - {value: walk, label: "The walk", then: {call: walk}}
      - {value: sign_list, label: "Signs", then: {call: signs}}
      - {value: loop, label: "Round and round", then: {goto: loop}}
  - id: again
    goto: .pick
)yaml"},
    {"flows/walk.yaml", R"yaml(
schema: 1
flow: walk
title: "Walk"
start_when: [want_walk]
slots:
  who: {type: choice, values: {me: "Myself", partner: "My partner"}}
steps:
  - id: who
    ask: who
    say:
      - walk.who: "Who is it about?"
    options:
      - {value: me, label: "Myself"}
      - {value: partner, label: "My partner", match: ["(wife | husband)"]}
    why:
      - walk.why: "So the examples fit."
    skip: {set: {who: me}}
  - id: by_who
    branch:
      - {if: "who = partner", say: [{walk.partner: "About {who}."}]}
      - {else: true, say: [{walk.me: "About you."}]}
  - id: more
    ask: ""
    say:
      - walk.more: "More?"
    options:
      - {value: more, label: "More please", then: {say: [{walk.again: "Here is more."}], repeat: true}}
      - {value: enough, label: "Enough", then: {return: true}}
    no_match:
      - {say: [{walk.nm: "More or enough?"}], repeat: true}
      - {say: [{walk.leave: "Let us go on."}]}
  - id: end
    say:
      - walk.end: "The walk is over."
)yaml"},
    {"flows/signs.yaml", R"yaml(
schema: 1
flow: signs
title: "Signs"
start_when: [want_signs]
steps:
  - id: tick
    ask: signs
    say:
      - signs.ask: "Which of these?"
  - id: none
    if: "signs is empty"
    say:
      - signs.none: "None is fine."
    return: true
  - id: some
    say:
      - signs.list: "You ticked:\n{signs}"
)yaml"},
    {"flows/topic.yaml", R"yaml(
schema: 1
flow: topic
title: "Topic"
start_when: [ask_topic]
tags: [takeaway]
steps:
  - id: only
    say:
      - topic.1: ["A topic.", "The topic once more."]
)yaml"},
    {"flows/offer.yaml", R"yaml(
schema: 1
flow: offer
title: "Offer"
topic: true
bridge: false
start_when: [ask_offer]
steps:
  - id: q
    ask: ""
    say:
      - offer.q: "More of this?"
    options:
      - {value: done, label: "Done", then: {return: true}}
)yaml"},
    {"flows/other_offer.yaml", R"yaml(
schema: 1
flow: other_offer
title: "Other offer"
topic: true
bridge: false
start_when: [ask_other_offer]
steps:
  - id: q
    ask: ""
    say:
      - other.q: "More of that?"
    options:
      - {value: done, label: "Done", then: {return: true}}
)yaml"},
    {"flows/second.yaml", R"yaml(
schema: 1
flow: second
title: "Second"
start_when: [ask_second]
steps:
  - id: q
    ask: ""
    say:
      - second.q: "Second?"
    options:
      - {value: fine, label: "Fine"}
)yaml"},
    {"flows/third.yaml", R"yaml(
schema: 1
flow: third
title: "Third"
start_when: [ask_third]
steps:
  - id: q
    ask: ""
    say:
      - third.q: "Third?"
    options:
      - {value: fine, label: "Fine"}
)yaml"},
    {"flows/loop.yaml", R"yaml(
schema: 1
flow: loop
title: "Loop"
steps:
  - id: a
    goto: loop_b
)yaml"},
    {"flows/loop_b.yaml", R"yaml(
schema: 1
flow: loop_b
title: "Loop"
steps:
  - id: b
    goto: loop
)yaml"},
    {"flows/person.yaml", R"yaml(
schema: 1
flow: person
title: "A person"
steps:
  - id: how
    say:
      - person.1: "Call {clinic.phone}."
)yaml"},
    {"flows/goodbye.yaml", R"yaml(
schema: 1
flow: goodbye
title: "Goodbye"
steps:
  - id: bye
    say:
      - bye.1: "Take care."
    end: true
)yaml"},
    {"flows/wipe.yaml", R"yaml(
schema: 1
flow: wipe
title: "Delete"
steps:
  - id: sure
    ask: ""
    say:
      - wipe.q: "Delete all of it?"
    options:
      - {value: do_it, label: "Delete it", then: {say: [{wipe.done: "It is gone."}], erase: true}}
      - {value: keep, label: "Keep it", then: {return: true}}
)yaml"},
    {"flows/crisis.yaml", R"yaml(
schema: 1
flow: crisis
title: "Crisis"
crisis: true
steps:
  - id: help
    say:
      - cri.1: ["Call {crisis.emergency}.\n{crisis.suicide}", "Please call {crisis.emergency}.\n{crisis.suicide}"]
  - id: next
    ask: ""
    say:
      - cri.2: "What now?"
    options:
      - {value: go_on, label: "Go on with the chat", then: {return: true}}
      - {value: person, label: "A person", then: {call: person}}
)yaml"},
    {"nlu/intents.yaml", R"yaml(
schema: 1
intents:
  - {intent: talk_to_human, any: ["talk to a person"], should_match: ["talk to a person"], should_not_match: ["hello"]}
  - {intent: delete_my_data, any: ["delete my data"], should_match: ["delete my data"], should_not_match: ["hello"]}
  - {intent: pause_or_stop, any: ["just: stop | bye"], should_match: ["stop"], should_not_match: ["stop it all"]}
  - {intent: help_menu, any: ["menu"], should_match: ["menu"], should_not_match: ["hello"]}
  - {intent: go_back, any: ["go back"], should_match: ["go back"], should_not_match: ["hello"]}
  - {intent: repeat_last, any: ["say that again"], should_match: ["say that again"], should_not_match: ["hello"]}
  - {intent: ask_why, any: ["why do you ask"], should_match: ["why do you ask"], should_not_match: ["hello"]}
  - {intent: skip, any: ["just: skip"], should_match: ["skip"], should_not_match: ["hello"]}
  - {intent: restart, any: ["start over"], should_match: ["start over"], should_not_match: ["hello"]}
  - {intent: want_walk, any: ["the long walk"], should_match: ["take the long walk"], should_not_match: ["hello"]}
  - {intent: want_signs, any: ["show ... signs"], should_match: ["show me the signs"], should_not_match: ["hello"]}
  - {intent: ask_topic, any: ["topic"], should_match: ["the topic"], should_not_match: ["hello"]}
  - {intent: ask_offer, any: ["first offer"], should_match: ["first offer"], should_not_match: ["hello"]}
  - {intent: ask_other_offer, any: ["other offer"], should_match: ["other offer"], should_not_match: ["hello"]}
  - {intent: ask_second, any: ["second question"], should_match: ["second question"], should_not_match: ["hello"]}
  - {intent: ask_third, any: ["third question"], should_match: ["third question"], should_not_match: ["hello"]}
)yaml"},
    {"safety/signals.yaml", R"yaml(
schema: 1
signals:
  - {class: sui_active, level: high, flow: crisis, patterns: ["want* to die"], should_match: ["i want to die"], should_not_match: ["hello"]}
  - {class: self_harm, level: high, flow: crisis, patterns: ["cut myself"], should_match: ["i cut myself"], should_not_match: ["hello"]}
  - {class: medical_overdose, level: imminent, flow: crisis, patterns: ["took too many pills"], should_match: ["i took too many pills"], should_not_match: ["hello"]}
)yaml"},
    {"safety/lines/us.yaml", R"yaml(
schema: 1
country: US
title: "Help now"
emergency: {number: "911", label: "Emergency: 911", source: "https://www.911.gov", checked: 2026-11-24}
lines:
  - id: us.988
    for: [suicide]
    label: "988 Lifeline: call or text 988"
    tel: "988"
    sms: "988"
    url: "https://988lifeline.org"
    source: "https://988lifeline.org"
    checked: 2026-11-24
)yaml"},
};

std::shared_ptr<const Script> load_or_fail(const BotFiles& all) {
    Loaded loaded = load(all);
    if (!loaded) {
        FAIL(to_text(loaded.error()));
    }
    return *loaded;
}

}  // namespace

std::shared_ptr<const Script> small_bot() {
    static const std::shared_ptr<const Script> script = load_or_fail(files);
    return script;
}

BotFiles small_bot_files(const BotFiles& others) {
    BotFiles all = others;
    all.insert(files.begin(), files.end());
    return all;
}

std::shared_ptr<const Script> small_bot_with(const BotFiles& others) { return load_or_fail(small_bot_files(others)); }

std::vector<std::string> Talk::event(const Event& event) {
    now_ += 60'000;
    const State read = read_state(write_state(state_)).value();
    REQUIRE(read == state_);
    turn_ = dialogs::turn(*script_, read, event, now_);
    state_ = turn_.state;
    std::vector<std::string> lines;
    for (const Reply& reply : turn_.replies) lines.push_back(reply.line);
    return lines;
}

}  // namespace attune::dialogs::test
