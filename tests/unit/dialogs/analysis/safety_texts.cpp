#include <catch2/catch.hpp>

#include "dialogs/analysis/safe_words.hpp"
#include "dialogs/analysis/stale_lines.hpp"
#include "dialogs/engine/turn.hpp"
#include "dialogs/language/load.hpp"

using namespace attune::dialogs;

namespace {

std::shared_ptr<const Script> shipped() {
    static const Loaded loaded = load(shipped_bot());
    if (!loaded) FAIL(to_text(loaded.error()));
    return *loaded;
}

}  // namespace

TEST_CASE("no text of the shipped bot says what safe messaging forbids", "[shipped][safety]") {
    REQUIRE_FALSE(shipped()->safety_policy.banned.empty());
    for (const UnsafeText& unsafe : unsafe_texts(*shipped())) {
        CAPTURE(unsafe.where, unsafe.text, unsafe.pattern, unsafe.reason);
        CHECK(false);
    }
}

TEST_CASE("a text that blames is found, with the reason", "[safety]") {
    BotFiles files = shipped_bot();
    std::string& flow = files.at("flows/goodbye.yaml");
    const auto title = flow.find("title: \"");
    REQUIRE(title != std::string::npos);
    flow.insert(title + 8, "Think of your family. ");
    const Loaded loaded = load(files);
    REQUIRE(loaded);
    const auto found = unsafe_texts(**loaded);
    REQUIRE(found.size() == 1);
    REQUIRE(found.front().where == "flow goodbye");
    REQUIRE_FALSE(found.front().reason.empty());
}

TEST_CASE("crisis lines that were not checked for half a year are named", "[safety]") {
    REQUIRE(stale_lines(*shipped(), "2026-11-25").empty());
    const auto later = stale_lines(*shipped(), "2027-05-24");
    REQUIRE_FALSE(later.empty());
    REQUIRE(later.front().days == 181);
    REQUIRE(stale_lines(*shipped(), "2027-05-23").empty());
    REQUIRE_FALSE(stale_lines(*shipped(), "2026-11-23").empty());  // dated ahead
    REQUIRE(stale_lines(*shipped(), "today").empty());
}

TEST_CASE("every class and level of danger is answered by a crisis flow", "[shipped][safety]") {
    for (const auto& [signal, flow] : shipped()->safety_flows) {
        CAPTURE(signal);
        REQUIRE(shipped()->flow(flow) != nullptr);
        REQUIRE(shipped()->flow(flow)->crisis);
    }
}

TEST_CASE("after danger the card is pinned and comes back to mind, and nothing is said three times alike", "[shipped][safety]") {
    const auto script = shipped();
    State state = new_conversation(*script, 0);
    state = turn(*script, state, Opened{}, 0).state;
    std::vector<std::string> first_words;
    for (int i = 0; i < 3; ++i) {
        const Turn told = turn(*script, state, Said{"i want to die"}, 0);
        REQUIRE(told.card_pinned);
        REQUIRE(told.safety.has_value());
        REQUIRE(told.replies.front().crisis);
        first_words.push_back(told.replies.front().text);
        state = told.state;
    }
    REQUIRE(first_words[0] != first_words[1]);
    REQUIRE(first_words[1] != first_words[2]);
    state = turn(*script, state, Chose{{"chat"}}, 0).state;
    bool came_back = false;
    for (int i = 0; i < 12; ++i) {
        const Turn quiet = turn(*script, state, Said{"what is attachment"}, 0);
        REQUIRE(quiet.card_pinned);
        for (const Reply& reply : quiet.replies) came_back = came_back || reply.line == "care.card";
        state = quiet.state;
    }
    REQUIRE(came_back);
}

TEST_CASE("one sentence of danger in four thousand characters is caught", "[shipped][safety]") {
    const auto script = shipped();
    std::string story;
    while (story.size() < 2000) story += "We talked about the weather and what to cook on Sunday. ";
    const auto seen = script->understander.safety.detect(story + "I wrote the goodbye letters already. " + story);
    REQUIRE(seen.has_value());
    REQUIRE(seen->level == attune::nlu::SafetyLevel::imminent);
}

TEST_CASE("three hours later it is told again that this is a program", "[shipped][safety]") {
    const auto script = shipped();
    State state = turn(*script, new_conversation(*script, 0), Opened{}, 0).state;
    const Turn soon = turn(*script, state, Said{"what is attachment"}, 1000);
    REQUIRE(soon.replies.front().line != "care.bot");
    const Turn later = turn(*script, soon.state, Said{"what is attachment"}, 3 * 3'600'000LL);
    REQUIRE(later.replies.front().line == "care.bot");
}
