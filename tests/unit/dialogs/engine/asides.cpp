#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune;
using namespace attune::dialogs;
using attune::dialogs::test::Lines;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::small_bot_files;
using attune::dialogs::test::small_bot_with;
using attune::dialogs::test::Talk;

namespace {

constexpr const char* own_questions = R"yaml(
did_you_mean:
  say: [{dym.1: ["Did you mean this?", "This, perhaps?"]}]
  none: {label: "Something else", match: ["just: no"]}
  sure: {match: ["just: yes"]}
after_silence:
  after: 4h
  say: [{aft.1: "Welcome back. Go on?"}]
  go_on: {label: "Go on", match: ["just: yes"]}
  menu: {label: "To the start"}
)yaml";

constexpr const char* third = R"yaml(
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
      - {value: fine, label: "Fine", then: {handoff: true, say: [{third.person: "Somebody will come."}]}}
    no_input:
      - {after: 10m, times: 2, say: [{third.still: "I am still here."}]}
      - {after: 1h, say: [{third.leave: "I leave this open."}], goto: menu}
)yaml";

std::shared_ptr<const Script> bot() {
    static const std::shared_ptr<const Script> script = [] {
        BotFiles files = small_bot_files({{"flows/third.yaml", third}});
        return small_bot_with(
            {{"flows/third.yaml", third}, {"bot.yaml", files.at("bot.yaml") + own_questions}});
    }();
    return script;
}

Understood unsure(std::vector<std::string> intents) {
    Understood event;
    event.what.words = " hm ";
    for (const std::string& name : intents) {
        nlu::IntentMatch guess;
        guess.name = name;
        guess.by = nlu::IntentMatch::By::classifier;
        guess.confidence = 0.3;
        event.what.guesses.push_back(guess);
    }
    return event;
}

std::vector<std::string> labels(const Turn& turn) {
    std::vector<std::string> all;
    for (const Choice& choice : turn.replies.back().choices.items) all.push_back(choice.label);
    return all;
}

constexpr Time minute = 60'000;
constexpr Time hour = 60 * minute;

}  // namespace

TEST_CASE("an unsure message is answered with what it may have meant", "[engine][aside]") {
    Talk talk(bot());
    CHECK(talk.event(unsure({"ask_topic", "want_walk", "ask_topic", "nothing"})) == Lines{"dym.1"});
    CHECK(labels(talk.turn()) == Lines{"Topic", "Walk", "Something else"});
    CHECK(talk.taps("walk") == Lines{"walk.who"});
}

TEST_CASE("a guess is taken by its words, and a single one by yes", "[engine][aside]") {
    Talk talk(bot());
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.says("yes")[0] == "topic.1");
    talk.event(unsure({"ask_topic", "ask_third"}));
    CHECK(talk.says("third") == Lines{"third.q"});
}

TEST_CASE("none of the guesses leads to the ladder, and so does not being understood again",
          "[engine][aside]") {
    Talk talk(bot());
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.taps("none") == Lines{"nm.1", "menu.1"});
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.event(unsure({"ask_topic"})) == Lines{"nm.2", "menu.1"});
}

TEST_CASE("what is asked beneath a guess is still understood, and so is everything else", "[engine][aside]") {
    Talk talk(bot());
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.says("the walk") == Lines{"walk.who"});
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.says("second question") == Lines{"second.q"});
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.says("i want to die")[0] == "cri.1");
    CHECK(talk.state().now.aside == Aside{});
    talk.event(unsure({"ask_topic"}));
    CHECK(talk.says("say that again") == Lines{"dym.1"});
    CHECK(labels(talk.turn()) == Lines{"Topic", "Something else"});
    CHECK(talk.says("go back") == Lines{"eng.back", "cri.2"});
}

TEST_CASE("a bot without the question goes on to its ladder", "[engine][aside]") {
    Talk talk;
    CHECK(talk.event(unsure({"ask_topic"})) == Lines{"nm.1", "menu.1"});
}

TEST_CASE("whoever comes back after a silence is asked whether to go on", "[engine][aside]") {
    Talk talk(bot());
    talk.taps("walk");
    State state = talk.state();
    CHECK_FALSE(is_return(*bot(), state, state.at + 3 * hour));
    REQUIRE(is_return(*bot(), state, state.at + 4 * hour));
    Turn back = turn(*bot(), state, Opened{}, state.at + 4 * hour);
    CHECK(back.replies[0].line == "aft.1");
    CHECK(labels(back) == Lines{"Go on", "To the start"});
    CHECK(turn(*bot(), back.state, Said{"yes"}, back.state.at).replies[0].line == "walk.who");
    CHECK(turn(*bot(), back.state, Chose{{"menu"}}, back.state.at).replies[0].line == "menu.1");
    CHECK(turn(*bot(), back.state, Said{"my wife"}, back.state.at).replies[0].line == "walk.partner");
}

TEST_CASE("after a silence an answer is an answer; what is not understood gets the offer",
          "[engine][aside]") {
    Talk talk(bot());
    talk.taps("walk");
    const State state = talk.state();
    CHECK(turn(*bot(), state, Said{"my wife"}, state.at + 5 * hour).replies[0].line == "walk.partner");
    CHECK(turn(*bot(), state, Said{"hi"}, state.at + 5 * hour).replies[0].line == "aft.1");
    CHECK(turn(*bot(), state, Said{"hi"}, state.at + hour).replies[0].line == "nm.1");
}

TEST_CASE("silence is answered when its time has come, and only so often", "[engine][silence]") {
    Talk talk(bot());
    talk.says("third question");
    State state = talk.state();
    REQUIRE(talk.turn().due == state.at + 10 * minute);
    Turn silent = turn(*bot(), state, Waited{}, state.at + 10 * minute - 1);
    CHECK(silent.replies.empty());
    CHECK(silent.state == state);
    CHECK(silent.due == talk.turn().due);
    silent = turn(*bot(), state, Waited{}, state.at + 10 * minute);
    REQUIRE(silent.replies.size() == 1);
    CHECK(silent.replies[0].line == "third.still");
    CHECK(labels(silent) == Lines{"Fine"});
    CHECK(silent.state.last == state.last);
    silent = turn(*bot(), silent.state, Waited{}, *silent.due);
    CHECK(silent.replies[0].line == "third.still");
    CHECK(silent.due == silent.state.at + hour);
    silent = turn(*bot(), silent.state, Waited{}, *silent.due);
    CHECK(silent.replies[0].line == "third.leave");
    CHECK(silent.replies[1].line == "menu.1");
    CHECK(silent.due == std::nullopt);
}

TEST_CASE("a message begins the silence anew", "[engine][silence]") {
    Talk talk(bot());
    talk.says("third question");
    State state = talk.state();
    state = turn(*bot(), state, Waited{}, state.at + 10 * minute).state;
    state = turn(*bot(), state, Said{"what"}, state.at + minute).state;
    CHECK(state.silences == 0);
    CHECK(next_timer(*bot(), state) == state.at + 10 * minute);
}

TEST_CASE("a flow can ask for a person", "[engine][handoff]") {
    Talk talk(bot());
    talk.says("third question");
    CHECK_FALSE(talk.turn().handoff);
    CHECK(talk.taps("fine")[0] == "third.person");
    CHECK(talk.turn().handoff);
}

TEST_CASE("two questions in one message are answered in order", "[engine][two]") {
    Talk talk(bot());
    CHECK(talk.says("the topic? and take the long walk!") == Lines{"topic.1", "walk.who"});
    CHECK(talk.taps("me") == Lines{"walk.me", "walk.more"});
    CHECK(talk.says("second question? show me the signs.") == Lines{"second.q"});
    CHECK(talk.taps("fine") == Lines{"signs.ask"});
    CHECK(talk.ticks({})[0] == "signs.none");
    std::size_t digressions = 0;
    for (const Frame& frame : talk.state().now.stack) digressions += frame.why == Frame::Why::flow ? 0 : 1;
    CHECK(digressions <= 2);
}

TEST_CASE("two sentences that mean one thing are one question", "[engine][two]") {
    Talk talk(bot());
    CHECK(talk.says("the topic. tell me about the topic!") == Lines{"topic.1", "menu.1"});
}

TEST_CASE("danger comes before both of two questions", "[engine][two]") {
    Talk talk(bot());
    CHECK(talk.says("the topic? take the long walk. i want to die")[0] == "cri.1");
    CHECK(talk.state().now.stack.size() == 2);
}
