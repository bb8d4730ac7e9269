#include "bot/cli/chat_console.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::bot;
using attune::dialogs::test::small_bot;

namespace {

std::string chat(const std::string& input, bool colour = false, std::string_view prompt = "") {
    Talk talk(small_bot());
    std::istringstream in(input);
    std::ostringstream out;
    chat_on_console(talk, in, out, {colour, 80}, prompt);
    return out.str();
}

/// What comes after the opening.
std::string answer(const std::string& input) { return chat(input).substr(chat("").size()); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a conversation opens with the greeting and numbered choices", "[chat]") {
    const std::string text = chat("");
    REQUIRE(has(text, "I am a program.\n\nHello. Call 555-0100.\n\nWhat would you like?\n  1. The walk\n"));
    REQUIRE_FALSE(has(text, "\x1b"));
    REQUIRE(has(chat("", true), "\x1b["));
}

TEST_CASE("numbers and words both answer", "[chat]") {
    REQUIRE(answer("1\n") == "Who is it about?\n  1. Myself\n  2. My partner\n\n");
    REQUIRE(answer("the walk\n") == answer("1\n"));
}

TEST_CASE("several numbers tick several signs", "[chat]") {
    REQUIRE(has(answer("2\n1, 3\n"), "You ticked:\n• Trust is hard\n• Fear of closeness\n"));
    REQUIRE(has(answer("2\n0\n"), "None is fine."));
}

TEST_CASE("/state tells where one is and what is remembered", "[chat]") {
    const std::string text = answer("2\n1\n1\nmy wife\n/state\n");
    REQUIRE(has(text, "at: walk.more\nslot signs: trust\n"));
    REQUIRE(has(text, "in: walk.more\n  slot who: partner\n"));
}

TEST_CASE("/trace is switched on and off", "[chat]") {
    const std::string text = answer("/trace\nthe walk\n/trace\nmyself\n");
    REQUIRE(has(text, "(trace on)\n\nWho is it about?"));
    REQUIRE(has(text, "heard: the walk \n"));
    REQUIRE(has(text, "won: answer walk"));
    REQUIRE(has(text, "ran: walk.who asks\n"));
    REQUIRE_FALSE(has(text.substr(text.find("(trace off)")), "ran: "));
}

TEST_CASE("/back takes messages back as far as the opening", "[chat]") {
    const std::string text = answer("1\n1\n/back\n/back\n/back\n/state\n");
    REQUIRE(has(text, "More?\n  1. More please\n  2. Enough\n\nWho is it about?\n  1. Myself\n"));
    REQUIRE(has(text, "What would you like?\n  1. The walk\n"));
    REQUIRE(has(text, "(There is nothing to take back.)\n\nat: menu.pick\n"));
}

TEST_CASE("/help, an unknown command and a blank line are no messages", "[chat]") {
    REQUIRE(has(answer("/help\n"), "/quit"));
    REQUIRE(answer("/nonsense\n") == "There is no /nonsense.\n" + answer("/help\n"));
    REQUIRE(answer("\n") == "\n");
    REQUIRE(has(answer("/wait soon\n"), "How long?"));
    REQUIRE(answer("/wait 10m\n") == "\n");
}

TEST_CASE("/quit leaves, and what stands behind it is not read", "[chat]") {
    REQUIRE(answer("/quit\n1\n").empty());
}

TEST_CASE("the end and the deletion of everything are told", "[chat]") {
    REQUIRE(has(answer("bye\n"), "(The conversation has ended; /quit leaves.)"));
    REQUIRE(has(answer("delete my data\n1\n"), "(Everything is deleted; a new conversation begins.)\n\nI am a program."));
}

TEST_CASE("a prompt stands before each line that is read", "[chat]") {
    REQUIRE(has(chat("1\n", false, "> "), "> Who is it about?"));
}
