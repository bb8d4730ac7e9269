#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::Lines;
using attune::dialogs::test::small_bot_with;
using attune::dialogs::test::Talk;

namespace {

const BotFiles spanish = {
    {"flows/third.yaml", R"yaml(
schema: 1
flow: third
title: "Language"
start_when: [ask_third]
steps:
  - id: pick
    ask: ""
    say:
      - lan.1: "Which language?"
    options:
      - {value: es, label: "Español", then: {language: es, say: [{lan.2: "I speak Spanish now."}]}}
      - {value: en, label: "English", then: {language: en, say: [{lan.3: "I speak English now."}]}}
)yaml"},
    {"locales/es/bot.yaml", R"yaml(
schema: 1
locale: es
language: "Español"
draft: true
name: "Pequeño"
disclosure: "Un programa."
crisis: {title: "Ayuda", us.988: "988: llame o escriba"}
lines:
  nm.1: ["¿Perdón?", "¿Cómo?"]
)yaml"},
    {"locales/es/flows/third.yaml", R"yaml(
schema: 1
flow: third
lines:
  lan.1: "¿Qué idioma?"
  lan.2: "Ahora hablo español."
)yaml"},
    {"locales/es/flows/walk.yaml", R"yaml(
schema: 1
flow: walk
slots: {who: {me: "Yo", partner: "Mi pareja"}}
options:
  who:
    me: "Yo misma"
    partner: {label: "Mi pareja", match: ["(esposo | esposa)"]}
lines:
  walk.who: "¿De quién se trata?"
  walk.partner: "Sobre {who}."
)yaml"},
    {"locales/es/nlu/all.yaml", R"yaml(
schema: 1
intents:
  - {intent: want_walk, any: ["el paseo"], should_match: ["quiero el paseo"], should_not_match: ["hola"]}
  - {intent: ask_third, any: ["idioma"], should_match: ["otro idioma"], should_not_match: ["hola"]}
)yaml"},
    {"locales/es/safety/signals.yaml", R"yaml(
schema: 1
signals:
  - {class: sui_active, level: high, patterns: ["quiero morir*"], should_match: ["quiero morirme"], should_not_match: ["hola"]}
)yaml"},
};

std::shared_ptr<const Script> bot() {
    static const std::shared_ptr<const Script> script = small_bot_with(spanish);
    return script;
}

}  // namespace

TEST_CASE("a language is changed in the middle of a conversation, at once, and stays", "[engine][locale]") {
    Talk talk(bot());
    talk.says("third question");
    REQUIRE(talk.taps("es") == Lines{"lan.2", "menu.1"});
    REQUIRE(talk.text(0) == "Ahora hablo español.");
    REQUIRE(talk.says("quiero el paseo") == Lines{"walk.who"});
    REQUIRE(talk.text(0) == "¿De quién se trata?");
    REQUIRE(talk.turn().replies[0].choices.items[0].label == "Yo misma");
    REQUIRE(talk.says("mi esposo")[0] == "walk.partner");
    REQUIRE(talk.text(0) == "Sobre Mi pareja.");
    talk.says("otro idioma");
    REQUIRE(talk.says("english")[0] == "lan.3");
    REQUIRE(talk.text(0) == "I speak English now.");
}

TEST_CASE("in a language only its own patterns are heard", "[engine][locale]") {
    Talk talk(bot(), Opened{"es-MX"});
    REQUIRE(talk.state().locale == "es");
    REQUIRE(talk.says("take the long walk") == Lines{"nm.1", "menu.1"});
    REQUIRE(talk.text(0) == "¿Perdón?");
}

TEST_CASE("a conversation opens in the language that suits the visitor's wish", "[engine][locale]") {
    const auto [wish, locale] = GENERATE(table<std::string, std::string>(
        {{"es", "es"}, {"ES-mx", "es"}, {"en-GB", "en"}, {"fr", "en"}, {"", ""}, {"-", "en"}}));
    CHECK(Talk(bot(), Opened{wish}).state().locale == locale);
}

TEST_CASE("danger is heard in every language, whatever is spoken", "[engine][locale]") {
    Talk english(bot());
    CHECK(english.says("quiero morirme")[0] == "cri.1");
    Talk spanish_speaker(bot(), Opened{"es"});
    CHECK(spanish_speaker.says("i want to die")[0] == "cri.1");
    CHECK(spanish_speaker.text(0) == "Call 911.\n• 988: llame o escriba");
}

TEST_CASE("what is repeated after a change of language was said before it", "[engine][locale]") {
    Talk talk(bot(), Opened{"es"});
    talk.says("idioma");
    talk.taps("en");
    CHECK(talk.says("say that again")[0] == "lan.3");
    CHECK(talk.says("go back") == Lines{"eng.back", "lan.1"});
    CHECK(talk.text(1) == "Which language?");
}

TEST_CASE("a draft is left out for visitors, but not its signals of danger", "[engine][locale]") {
    const Loaded loaded = load(test::small_bot_files(spanish), Drafts::left_out);
    REQUIRE(loaded);
    CHECK((*loaded)->locales.empty());
    Talk talk(*loaded, Opened{"es"});
    CHECK(talk.state().locale == "en");
    CHECK(talk.says("quiero morirme")[0] == "cri.1");
}
