#include "dialogs/engine/limits.hpp"
#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::Lines;
using attune::dialogs::test::Talk;

TEST_CASE("back restores the earlier state exactly and asks its question again", "[engine][back]") {
    Talk talk;
    talk.taps("walk");
    const Position at_who = talk.state().now;
    talk.taps("me");
    REQUIRE(talk.says("go back") == Lines{"eng.back", "walk.who"});
    REQUIRE(talk.state().now == at_who);
    REQUIRE(talk.says("go back") == Lines{"eng.back", "menu.1"});
    REQUIRE(talk.says("go back") == Lines{"eng.first", "menu.1"});
}

TEST_CASE("only so many steps back are kept", "[engine][back]") {
    Talk talk;
    talk.taps("walk");
    for (int i = 0; i < 20; ++i) talk.says(i % 2 == 0 ? "second question" : "fine");
    REQUIRE(talk.state().before.size() == max_undo);
}

TEST_CASE("repeat says the same words with the same buttons and changes no position", "[engine][repeat]") {
    Talk talk;
    talk.taps("walk");
    talk.says("my husband");
    const auto said = talk.turn().replies;
    const Position now = talk.state().now;
    REQUIRE(talk.says("say that again") == Lines{"walk.partner", "walk.more"});
    REQUIRE(talk.text(0) == said[0].text);
    REQUIRE(talk.turn().replies.back().choices.items.size() == 2);
    REQUIRE(talk.state().now == now);
    REQUIRE(talk.says("say that again") == Lines{"walk.partner", "walk.more"});
}

TEST_CASE("why gives the question's reason, or says that there is none", "[engine][why]") {
    Talk talk;
    REQUIRE(talk.says("why do you ask") == Lines{"eng.no_why", "menu.1"});
    talk.taps("walk");
    REQUIRE(talk.says("why do you ask") == Lines{"walk.why", "walk.who"});
}

TEST_CASE("skip takes the question's way out where it has one", "[engine][skip]") {
    Talk talk;
    REQUIRE(talk.says("skip") == Lines{"eng.no_skip", "menu.1"});
    talk.taps("walk");
    REQUIRE(talk.says("skip") == Lines{"walk.me", "walk.more"});
}

TEST_CASE("starting over forgets everything and greets anew", "[engine][start over]") {
    Talk talk;
    talk.taps("sign_list");
    talk.ticks({"trust"});
    REQUIRE(talk.says("start over") == Lines{"wel.once", "wel.1", "menu.1"});
    REQUIRE(talk.state().now.slots.empty());
    REQUIRE(talk.state().before.empty());
}

TEST_CASE("menu works from anywhere and can be taken back", "[engine][menu]") {
    Talk talk;
    talk.taps("walk");
    talk.says("second question");
    REQUIRE(talk.says("menu") == Lines{"menu.1"});
    REQUIRE(talk.state().now.stack.size() == 1);
    REQUIRE(talk.says("go back") == Lines{"eng.back", "second.q"});
}

TEST_CASE("a person can be asked for in the middle of a question, which then goes on", "[engine][person]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("can i talk to a person") == Lines{"person.1", "eng.resume", "walk.who"});
}

TEST_CASE("stop ends the conversation, and a later message begins a new one", "[engine][stop]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("stop") == Lines{"bye.1"});
    REQUIRE(talk.turn().outcome == Outcome::ended);
    REQUIRE(talk.at() == "-");
    REQUIRE(talk.says("the topic") == Lines{"eng.again", "topic.1", "menu.1"});
    talk.says("bye");
    REQUIRE(talk.says("mumble") == Lines{"eng.again", "eng.what", "menu.1"});
}

TEST_CASE("deleting is asked for first, and then handed to the caller", "[engine][erase]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("delete my data") == Lines{"wipe.q"});
    REQUIRE(talk.taps("keep") == Lines{"eng.resume", "walk.who"});
    talk.says("delete my data");
    REQUIRE(talk.taps("do_it") == Lines{"wipe.done"});
    REQUIRE(talk.turn().outcome == Outcome::erase);
}

TEST_CASE("misunderstanding is repaired in steps and never leads nowhere", "[engine][no match]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("mumble") == Lines{"nm.1", "walk.who"});
    REQUIRE(talk.says("mumble") == Lines{"nm.2", "walk.who"});
    REQUIRE(talk.says("mumble") == Lines{"nm.3", "menu.1"});
    REQUIRE(talk.says("mumble") == Lines{"nm.1", "menu.1"});
    REQUIRE(talk.text(0) == "Pardon?");
}

TEST_CASE("a question's own ladder comes before the bot's, and its last rung goes on", "[engine][no match]") {
    Talk talk;
    talk.taps("walk");
    talk.taps("me");
    REQUIRE(talk.says("mumble") == Lines{"walk.nm", "walk.more"});
    REQUIRE(talk.says("mumble") == Lines{"walk.leave", "walk.end", "menu.1"});
}

TEST_CASE("the ladder starts at its foot again once something was understood", "[engine][no match]") {
    Talk talk;
    talk.taps("walk");
    talk.says("mumble");
    talk.says("the topic");
    REQUIRE(talk.says("mumble") == Lines{"nm.1", "walk.who"});
}

TEST_CASE("danger is answered before anything else, and the question waits", "[engine][safety]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("My husband. I want to die, stop") == Lines{"cri.1", "cri.2"});
    REQUIRE(talk.turn().safety.value().safety_class == "sui_active");
    REQUIRE(talk.turn().replies[0].crisis);
    REQUIRE(talk.text(0) == "Call 911.\n• 988 Lifeline: call or text 988");
    REQUIRE(talk.taps("go_on") == Lines{"eng.resume", "walk.who"});
}

TEST_CASE("danger is answered with a full stack, after the end, and again in other words", "[engine][safety]") {
    Talk talk;
    talk.taps("walk");
    talk.says("second question");
    talk.says("third question");
    REQUIRE(talk.says("i want to die") == Lines{"cri.1", "cri.2"});
    REQUIRE(talk.state().now.stack.size() == 5);
    REQUIRE(talk.says("i cut myself") == Lines{"cri.1", "cri.2"});
    REQUIRE(talk.text(0).rfind("Please call 911.", 0) == 0);
    REQUIRE(talk.state().now.stack.size() == 5);
    talk.says("stop");
    REQUIRE(talk.says("i want to die") == Lines{"cri.1", "cri.2"});
    REQUIRE(talk.taps("go_on") == Lines{"menu.1"});
}

TEST_CASE("a digression inside a crisis comes back to the crisis question", "[engine][safety]") {
    Talk talk;
    talk.taps("walk");
    talk.says("i want to die");
    REQUIRE(talk.says("the topic") == Lines{"topic.1", "eng.resume", "cri.2"});
    REQUIRE(talk.turn().replies.back().crisis);
    REQUIRE(talk.taps("person") == Lines{"person.1", "eng.resume", "walk.who"});
}
