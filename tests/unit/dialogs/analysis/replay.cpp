#include "dialogs/analysis/replay.hpp"

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;

namespace {

/// A conversation held and logged.
ConversationLog held(const std::vector<Event>& events) {
    ConversationLog log{small_bot()->hash, "", {}};
    State state = new_conversation(*small_bot(), 1000);
    Time now = 1000;
    for (const Event& event : events) {
        const Turn result = turn(*small_bot(), state, event, now);
        LoggedTurn logged{now, event, {}};
        for (const Reply& reply : result.replies) logged.said.push_back({reply.line, reply.text, false});
        log.turns.push_back(std::move(logged));
        state = result.state;
        now += 60'000;
    }
    return log;
}

const std::vector<Event> some_events = {Opened{}, Chose{{"walk"}},       Said{"my \"husband\"\n\xC3\xA9"},
                                        Waited{}, Said{"i want to die"}, Chose{{"go_on"}}};

}  // namespace

TEST_CASE("a conversation replays to the very words", "[analysis][replay]") {
    REQUIRE(replay(*small_bot(), held(some_events)).empty());
}

TEST_CASE("a log that is written is read back", "[analysis][replay]") {
    const std::string text = write_log(held(some_events));
    const auto read = read_log(text);
    REQUIRE(read);
    REQUIRE(write_log(*read) == text);
    REQUIRE(read->script == small_bot()->hash);
    REQUIRE(std::get<Said>(read->turns[2].event).text == "my \"husband\"\n\xC3\xA9");
    REQUIRE(replay(*small_bot(), *read).empty());
}

TEST_CASE("other words, other lines and a choice that is gone are differences", "[analysis][replay]") {
    ConversationLog log = held(some_events);
    log.turns[1].said[0].text = "Whom is it about?";
    log.turns[4].said.pop_back();
    log.turns[5].event = Chose{{"gone"}};
    const auto differences = replay(*small_bot(), log);
    REQUIRE(differences.size() == 3);
    REQUIRE(differences[0].turn == 1);
    REQUIRE(differences[0].now[0].text == "Who is it about?");
    REQUIRE(differences[1].turn == 4);
    REQUIRE(differences[2].is_stale);
    REQUIRE(differences[2].now.empty());
}

TEST_CASE("what is no log is refused, without a word of it", "[analysis][replay]") {
    const auto* text = GENERATE("", "secret", "{\"attune_log\":2}", "{\"at\":1}",
                                "{\"attune_log\":1}\n{\"at\":1,\"do\":{\"secret\":1},\"said\":[]}",
                                "{\"attune_log\":1}\n{\"at\":\"secret\",\"do\":{\"open\":true},\"said\":[]}",
                                "{\"attune_log\":1}\n[\"secret\"]", "{\"attune_log\":1}\n7");
    CAPTURE(text);
    const auto read = read_log(text);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().message.find("secret") == std::string::npos);
}
