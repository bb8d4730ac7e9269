#include "dialogs/engine/fit.hpp"
#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune;
using namespace attune::dialogs;
using attune::dialogs::test::Lines;
using attune::dialogs::test::small_bot_files;
using attune::dialogs::test::small_bot_with;
using attune::dialogs::test::Talk;

namespace {

constexpr const char* form = R"yaml(
schema: 1
flow: third
title: "Form"
start_when: [ask_third]
moved_to: {old_step: .fine, older: walk.more}
slots:
  who: {type: choice, values: {me: "Myself", child: "My child"}}
  when: {type: choice, values: {morning: "Morning", evening: "Evening"}}
  age: {type: number, values: {small: {to: 12, label: "12 or younger"}, big: {from: 13, label: "13 or older"}}}
  day: {type: date, values: {soon: {from: 0, to: 7, label: "Within a week"}, late: {from: 8, label: "Later"}}}
  note: {type: text, max: 10}
steps:
  - id: form
    collect:
      - {ask: who, say: [{f.who: "For whom?"}]}
      - {ask: when, say: [{f.when: "When?"}]}
  - {id: age, ask: age, say: [{f.age: "How old?"}]}
  - {id: day, ask: day, say: [{f.day: "Which day?"}]}
  - id: note
    ask: note
    say: [{f.note: "Anything else?"}]
    skip: {say: [{f.skip: "Fine."}]}
  - id: fine
    if: "note is set"
    say: [{f.all: "{who}, {when}, {age}, {day}: {note}"}]
  - {id: text_only, only_on: [sms], say: [{f.sms: "By text."}]}
  - {id: last, ask: "", say: [{f.last: "Good?"}], options: [{value: good, label: "Good"}]}
)yaml";

std::shared_ptr<const Script> bot() {
    static const std::shared_ptr<const Script> script = [] {
        BotFiles files = small_bot_files({});
        std::string main = files.at("bot.yaml");
        const std::string again = "  - {intent: restart, do: start_over}\n";
        main.insert(main.find(again), "  - {intent: mend, do: correct}\n");
        main.insert(main.find("lines:\n") + 7, "  corrected: {eng.corrected: \"Changed.\"}\n");
        main += "channels: [web, sms]\ninterrupts: [{intent: quick, call: topic}, {intent: leave, call: second, resume: never}]\n"
                "moved_to: {gone: walk.more}\n";
        std::string intents = files.at("nlu/intents.yaml");
        intents +=
            "  - {intent: mend, any: [\"i meant\", \"change my answer\"], should_match: [i meant it], should_not_match: [hello]}\n"
            "  - {intent: quick, any: [\"quick topic please\"], should_match: [quick topic please], should_not_match: [hello]}\n"
            "  - {intent: leave, any: [\"leave all this\"], should_match: [leave all this], should_not_match: [hello]}\n";
        return small_bot_with({{"flows/third.yaml", form}, {"bot.yaml", main}, {"nlu/intents.yaml", intents}});
    }();
    return script;
}

Talk at_note() {
    Talk talk(bot());
    talk.says("third question");
    talk.says("for my child, in the evening");
    talk.says("9");
    talk.says("tomorrow");
    return talk;
}

const Slots& own(const Talk& talk) { return talk.state().now.stack.back().slots; }

}  // namespace

TEST_CASE("a form takes several answers from one message, in any order", "[engine][form]") {
    Talk talk(bot());
    CHECK(talk.says("third question") == Lines{"f.who"});
    CHECK(talk.says("in the evening, for my child") == Lines{"f.age"});
    CHECK(own(talk).at("who") == Lines{"child"});
    CHECK(own(talk).at("when") == Lines{"evening"});
}

TEST_CASE("an answer to another question of the form is kept, and the open one asked again", "[engine][form]") {
    Talk talk(bot());
    talk.says("third question");
    CHECK(talk.says("the evening") == Lines{"f.who"});
    CHECK(talk.taps("me") == Lines{"f.age"});
}

TEST_CASE("a form is corrected in place", "[engine][form]") {
    Talk talk(bot());
    talk.says("third question");
    talk.taps("me");
    CHECK(talk.says("oh, it is for my child") == Lines{"eng.corrected", "f.when"});
    CHECK(own(talk).at("who") == Lines{"child"});
    CHECK(talk.says("in the morning for myself") == Lines{"eng.corrected", "f.age"});
    CHECK(own(talk).at("who") == Lines{"me"});
}

TEST_CASE("numbers and dates are kept as the range they fall in", "[engine][amount]") {
    const auto [number, step, value] = GENERATE(table<std::string, std::string, std::string>(
        {{"she is 2", "third.day", "small"}, {"13", "third.day", "big"}, {"twelve", "third.day", "small"},
         {"12 or younger", "third.day", "small"}}));
    Talk talk(bot());
    talk.says("third question");
    talk.says("for my child in the evening");
    talk.says(number);
    CAPTURE(number);
    CHECK(talk.at() == step);
    CHECK(own(talk).at("age") == Lines{value});
    CHECK(talk.says("yesterday")[0] == "nm.1");
    talk.says("in two weeks");
    CHECK(own(talk).at("day") == Lines{"late"});
}

TEST_CASE("a text is kept up to its length, and said back", "[engine][text]") {
    Talk talk = at_note();
    CHECK(talk.says("We moved house, äöü") == Lines{"f.all", "f.last"});
    CHECK(talk.text(0) == "My child, Evening, 12 or younger, Within a week: We moved h");
}

TEST_CASE("a text swallows no danger, no command, no topic that is the whole message", "[engine][text]") {
    CHECK(at_note().says("i want to die")[0] == "cri.1");
    CHECK(at_note().says("please show the menu")[0] == "menu.1");
    CHECK(at_note().says("skip") == Lines{"f.skip", "f.last"});
    Talk talk = at_note();
    CHECK(talk.says("about the topic of trust")[0] == "f.all");
}

TEST_CASE("an earlier answer is changed by naming it, and the flow goes on from there", "[engine][correct]") {
    Talk talk(bot());
    talk.taps("walk");
    talk.taps("me");
    CHECK(talk.says("no, i meant my wife") == Lines{"eng.corrected", "walk.partner", "walk.more"});
    CHECK(own(talk).at("who") == Lines{"partner"});
}

TEST_CASE("a correction that names no answer asks the last question again", "[engine][correct]") {
    Talk talk(bot());
    CHECK(talk.says("change my answer") == Lines{"eng.first", "menu.1"});
    talk.taps("walk");
    talk.taps("me");
    CHECK(talk.says("change my answer") == Lines{"eng.back", "walk.who"});
    CHECK(own(talk).empty());
}

TEST_CASE("a step can be for some channels only", "[engine][channel]") {
    Talk web(bot(), Opened{"", "web"});
    Talk sms(bot(), Opened{"", "sms"});
    for (Talk* talk : {&web, &sms}) {
        talk->says("third question");
        talk->says("my child in the evening");
        talk->says("9");
        talk->says("today");
    }
    CHECK(web.says("x") == Lines{"f.all", "f.last"});
    CHECK(sms.says("x") == Lines{"f.all", "f.sms", "f.last"});
}

TEST_CASE("an interrupt calls its flow from everywhere, and comes back or not", "[engine][interrupt]") {
    Talk talk(bot());
    talk.taps("walk");
    CHECK(talk.says("quick topic please") == Lines{"topic.1", "eng.resume", "walk.who"});
    CHECK(talk.says("leave all this") == Lines{"second.q"});
    CHECK(talk.taps("fine") == Lines{"menu.1"});
}

TEST_CASE("a conversation moves to another version where its place still is", "[engine][fit]") {
    Talk talk(bot());
    talk.taps("walk");
    const auto moved = fitted(*bot(), talk.state());
    REQUIRE(moved);
    CHECK(*moved == talk.state());

    State state = talk.state();
    state.script = "another";
    state.now.stack.back().slots["who"] = {"nobody"};
    state.now.slots["gone"] = {"x"};
    state.locale = "xx";
    const auto cleaned = fitted(*bot(), state);
    REQUIRE(cleaned);
    CHECK(cleaned->script == bot()->hash);
    CHECK(cleaned->now.stack.back().slots.empty());
    CHECK(cleaned->now.slots.count("gone") == 0);
    CHECK(cleaned->locale.empty());
}

TEST_CASE("what is gone is looked for under moved_to, else the conversation stays", "[engine][fit]") {
    const auto [flow, step, place] = GENERATE(table<std::string, std::string, std::string>(
        {{"third", "old_step", "third.fine"}, {"third", "older", "walk.more"}, {"gone", "any", "walk.more"},
         {"third", "unknown", ""}, {"unknown", "any", ""}}));
    State state = new_conversation(*bot(), 0);
    state.now.stack = {{"menu", "pick", Frame::Why::flow, {}}, {flow, step, Frame::Why::flow, {}}};
    const auto moved = fitted(*bot(), state);
    CHECK((moved ? position_of(*moved) : "") == place);
}
