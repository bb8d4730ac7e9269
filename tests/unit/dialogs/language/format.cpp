#include "dialogs/language/format.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::tiny_bot;

namespace {

std::string formatted_flow(const std::string& content) {
    return formatted({{"flows/own.yaml", content}}).at("flows/own.yaml");
}

}  // namespace

TEST_CASE("a bot that is laid out well stays as it is", "[language][fmt]") {
    CHECK(formatted(tiny_bot()) == tiny_bot());
    CHECK(formatted(starter_bot()) == starter_bot());
}

TEST_CASE("spaces at ends of lines, empty lines and other ends of lines are mended, comments kept", "[language][fmt]") {
    CHECK(formatted_flow("\n\nschema: 1  \r\n\n\n\n# why\r\nflow: own # here\n\n\n") ==
          "schema: 1\n\n# why\nflow: own # here\n");
}

TEST_CASE("steps and lines without an id get one", "[language][fmt]") {
    CHECK(formatted_flow("steps:\n"
                         "  - ask: who   # asks\n"
                         "    say:\n"
                         "      - \"Who?\"\n"
                         "      - ow.7: \"Häm\"\n"
                         "    options: [{value: a, then: {say: [\"Ä\", 'B']}}]\n"
                         "  - {say: [\"C\"]}\n"
                         "  - id: step_2\n"
                         "    why: [\"D\"]\n") ==
          "steps:\n"
          "  - id: ask_who\n"
          "    ask: who   # asks\n"
          "    say:\n"
          "      - ow.8: \"Who?\"\n"
          "      - ow.7: \"Häm\"\n"
          "    options: [{value: a, then: {say: [ow.9: \"Ä\", ow.10: 'B']}}]\n"
          "  - {id: step_2_2, say: [ow.11: \"C\"]}\n"
          "  - id: step_2\n"
          "    why: [ow.12: \"D\"]\n");
}

TEST_CASE("new ids are nowhere else in the bot", "[language][fmt]") {
    const auto files = formatted({{"flows/a.yaml", "steps:\n  - id: x\n    say: [own.1: \"A\"]\n"},
                                  {"flows/own.yaml", "steps:\n  - id: x\n    say: [\"B\"]\n"}});
    CHECK(files.at("flows/own.yaml") == "steps:\n  - id: x\n    say: [own.2: \"B\"]\n");
}

TEST_CASE("what cannot be read gets no ids, and doing it twice changes nothing", "[language][fmt]") {
    const std::string content = GENERATE("steps: [", "steps:\n  - say: [\"x\", &a y]\n", "",
                                         "steps:\n- say:\n  - \"a\"\n- goto: x\n", "\xEF\xBB\xBFsteps:\n  - say: [\"é\"]\n");
    const BotFiles once = formatted({{"flows/own.yaml", content}});
    CHECK(formatted(once) == once);
}
