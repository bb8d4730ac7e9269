#include "dialogs/analysis/explain_text.hpp"

#include "tests/unit/dialogs/engine/small_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;

namespace {

std::string explained(const std::string& text, const std::string& at) {
    const auto state = state_at(*small_bot(), at);
    REQUIRE(state);
    return to_text(*small_bot(), explain_text(*small_bot(), *state, text));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a message is explained: words, readings, why each lost, and what came of it",
          "[analysis][explain]") {
    const std::string text = explained("Show me the SIGNS and the topic!", "walk.who");
    CAPTURE(text);
    REQUIRE(has(text, "at walk.who, where the bot asked: Who is it about?"));
    REQUIRE(has(text, "looked at as: show me the signs and the topic"));
    REQUIRE(has(text, "sees no danger"));
    REQUIRE(has(text,
                "taken:     a wish for the topic \"Signs\", because of \"show ... signs\" (needs 2 words)"));
    REQUIRE(has(text,
                "not taken: a wish for the topic \"Topic\", because of \"topic\" (needs 1 word); the winner "
                "needs more words"));
    REQUIRE(has(text, "waits at signs.tick"));
}

TEST_CASE("danger and what nothing fits are explained too", "[analysis][explain]") {
    REQUIRE(has(explained("i want to die", ""), "sees danger: sui_active, high"));
    REQUIRE(has(explained("qwerty", "walk/who"), "No reading of it fits"));
}

TEST_CASE("only a question can be open", "[analysis][explain]") {
    for (const char* at : {"walk", "walk.by_who", "walk.nowhere", "nowhere.who"}) {
        CAPTURE(at);
        REQUIRE_FALSE(state_at(*small_bot(), at));
    }
}
