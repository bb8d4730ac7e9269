#include "dialogs/engine/turn.hpp"

#include "dialogs/engine/limits.hpp"
#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::Lines;
using attune::dialogs::test::Talk;

TEST_CASE("a conversation opens with the start flow and comes to rest at the menu", "[engine]") {
    Talk talk;
    REQUIRE(talk.at() == "menu.pick");
    REQUIRE(talk.turn().replies.size() == 3);
    REQUIRE(talk.text(1) == "Hello. Call 555-0100.");
    REQUIRE(talk.turn().replies[2].choices.items.size() == 3);
    REQUIRE(talk.turn().replies[1].choices.items.empty());
}

TEST_CASE("an answer fills its slot, decides the branch and is spoken by its label", "[engine]") {
    Talk talk;
    REQUIRE(talk.taps("walk") == Lines{"walk.who"});
    REQUIRE(talk.says("my husband") == Lines{"walk.partner", "walk.more"});
    REQUIRE(talk.text(0) == "About My partner.");
    REQUIRE(talk.taps("enough") == Lines{"menu.1"});
    REQUIRE(talk.state().now.stack.size() == 1);
}

TEST_CASE("an option can ask its question again", "[engine]") {
    Talk talk;
    talk.taps("walk");
    talk.taps("me");
    REQUIRE(talk.taps("more") == Lines{"walk.again", "walk.more"});
    REQUIRE(talk.at() == "walk.more");
}

TEST_CASE("several answers are kept in declared order and read out as a list", "[engine]") {
    Talk talk;
    talk.taps("sign_list");
    REQUIRE(talk.turn().replies.back().choices.many);
    REQUIRE(talk.ticks({"fear", "trust"}) == Lines{"signs.list", "menu.1"});
    REQUIRE(talk.text(0) == "You ticked:\n• Trust is hard\n• Fear of closeness");
    talk.taps("sign_list");
    REQUIRE(talk.turn().replies.back().choices.items[0].chosen);
    REQUIRE_FALSE(talk.turn().replies.back().choices.items[1].chosen);
    REQUIRE(talk.ticks({}) == Lines{"signs.none", "menu.1"});
}

TEST_CASE("several answers and none at all can be typed", "[engine]") {
    Talk talk;
    talk.taps("sign_list");
    REQUIRE(talk.says("1 and 3") == Lines{"signs.list", "menu.1"});
    REQUIRE(talk.state().now.slots.at("signs") == Lines{"trust", "fear"});
    talk.taps("sign_list");
    REQUIRE(talk.says("none of these") == Lines{"signs.none", "menu.1"});
}

TEST_CASE("a button of another question is refused and changes nothing", "[engine]") {
    Talk talk;
    const State before = talk.state();
    REQUIRE(talk.taps("partner").empty());
    REQUIRE(talk.turn().outcome == Outcome::stale_choice);
    REQUIRE(talk.state() == before);
    REQUIRE(talk.ticks({"walk", "sign_list"}).empty());
}

TEST_CASE("a digression is answered and the interrupted question is asked again behind a bridge", "[engine]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("what about the topic") == Lines{"topic.1", "eng.resume", "walk.who"});
    REQUIRE(talk.text(0) == "A topic.");
    REQUIRE(talk.turn().replies.at(0).takeaway);
    REQUIRE_FALSE(talk.turn().replies.at(1).takeaway);
    REQUIRE(talk.says("the topic please") == Lines{"topic.1", "eng.resume", "walk.who"});
    REQUIRE(talk.text(0) == "The topic once more.");
    REQUIRE(talk.text(1) == "Where we were.");
    REQUIRE(talk.at() == "walk.who");
}

TEST_CASE("a flow without a bridge is gone back to in silence", "[engine]") {
    Talk talk;
    REQUIRE(talk.says("the topic") == Lines{"topic.1", "menu.1"});
}

TEST_CASE("digressions lie on one another only so deep; the uppermost gives way", "[engine]") {
    Talk talk;
    talk.taps("walk");
    talk.says("second question");
    talk.says("third question");
    REQUIRE(talk.state().now.stack.size() == 4);
    talk.says("show me the signs");
    REQUIRE(talk.state().now.stack.size() == 4);
    REQUIRE(talk.at() == "signs.tick");
    REQUIRE(talk.ticks({}) == Lines{"signs.none", "eng.resume", "second.q"});
}

TEST_CASE("a flow that is running already is started anew, not twice", "[engine]") {
    Talk talk;
    talk.taps("walk");
    talk.taps("me");
    talk.says("second question");
    REQUIRE(talk.says("take the long walk") == Lines{"walk.who"});
    REQUIRE(talk.state().now.stack.size() == 2);
}

TEST_CASE("flows that only go round are cut and the visitor comes to the menu", "[engine]") {
    Talk talk;
    REQUIRE(talk.taps("loop") == Lines{"eng.lost", "menu.1"});
    REQUIRE(talk.at() == "menu.pick");
}

TEST_CASE("a state whose place is gone goes on at the menu", "[engine]") {
    State state = new_conversation(*test::small_bot(), 0);
    state.now.stack.push_back({"gone", "step", Frame::Why::flow, {}});
    const Turn result = turn(*test::small_bot(), state, Said{"hello"}, 1);
    REQUIRE(position_of(result.state) == "menu.pick");
    REQUIRE_FALSE(result.replies.empty());
}

TEST_CASE("the same script, state, event and time give the same turn", "[engine]") {
    Talk one, two;
    for (const char* text : {"the walk", "second question", "fine", "xyz", "go back", "i want to die"}) {
        one.says(text);
        two.says(text);
        REQUIRE(write_state(one.state()) == write_state(two.state()));
        REQUIRE(write_trace(one.turn().trace) == write_trace(two.turn().trace));
    }
}

TEST_CASE("the trace names the winner and why the others lost", "[engine]") {
    Talk talk;
    talk.taps("walk");
    talk.says("say that again about the topic");
    const auto& candidates = talk.turn().trace.candidates;
    REQUIRE(candidates.size() == 2);
    REQUIRE(candidates[0].rule == "command repeat");
    REQUIRE(candidates[0].lost.empty());
    REQUIRE(candidates[1].rule == "start topic");
    REQUIRE(candidates[1].lost == "the winner needs more words");
}

TEST_CASE("what the visitor typed is nowhere in the state", "[engine]") {
    Talk talk;
    talk.says("zanzibar");
    talk.taps("walk");
    talk.says("my husband zanzibar");
    REQUIRE(write_state(talk.state()).find("zanzibar") == std::string::npos);
}

TEST_CASE("a topic takes the place of another one, and gives back without a word to what was asked before",
          "[engine][topic]") {
    Talk talk;
    talk.taps("walk");
    REQUIRE(talk.says("first offer") == Lines{"offer.q"});
    REQUIRE(talk.says("other offer") == Lines{"other.q"});
    REQUIRE(talk.state().now.stack.size() == 3);
    REQUIRE(talk.taps("done") == Lines{"walk.who"});
    talk.says("first offer");
    REQUIRE(talk.says("the topic") == Lines{"topic.1", "offer.q"});
}
