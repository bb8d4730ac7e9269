#include "bot/server/bots.hpp"

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune;
using namespace attune::bot;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::small_bot_files;
using attune::dialogs::test::small_bot_with;

namespace {

/// The small bot with a text in its menu changed, or with its walk cut down to one step.
std::shared_ptr<const dialogs::Script> another(bool without_who) {
    dialogs::BotFiles files = small_bot_files({});
    if (!without_who) {
        std::string& menu = files.at("flows/menu.yaml");
        menu.replace(menu.find("What would you like?"), 20, "What now?");
    } else {
        files["flows/walk.yaml"] =
            "schema: 1\nflow: walk\ntitle: \"Walk\"\nstart_when: [want_walk]\nsteps:\n  - id: end\n"
            "    say: [walk.end: \"The walk is over.\"]\n";
    }
    return small_bot_with(files);
}

dialogs::State in_the_walk() {
    dialogs::test::Talk talk;
    talk.taps("walk");
    return talk.state();
}

}  // namespace

TEST_CASE("an open conversation moves to a new version where its step still is", "[reload]") {
    Bots bots(small_bot());
    dialogs::State state = in_the_walk();
    CHECK(bots.version_for(state) == small_bot());
    const auto next = another(false);
    bots.replace(next);
    CHECK(bots.current() == next);
    CHECK(bots.version_for(state) == next);
    CHECK(state.script == next->hash);
    CHECK(dialogs::position_of(state) == "walk.who");
}

TEST_CASE("else it stays with the version that it was held on", "[reload]") {
    Bots bots(small_bot());
    dialogs::State state = in_the_walk();
    const dialogs::State before = state;
    bots.replace(another(true));
    CHECK(bots.version_for(state) == small_bot());
    CHECK(state == before);
    dialogs::State fresh = dialogs::new_conversation(*bots.current(), 0);
    CHECK(bots.version_for(fresh) == bots.current());
}

TEST_CASE("a conversation whose version is not kept goes on with the current one", "[reload]") {
    const auto next = another(true);
    Bots bots(next);
    dialogs::State state = in_the_walk();
    CHECK(bots.version_for(state) == next);
    const auto turn = dialogs::turn(*next, state, dialogs::Said{"my wife"}, state.at);
    CHECK(turn.replies.back().line == "menu.1");
}
