#include <catch2/catch.hpp>

#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using namespace attune::dialogs::test;

using Texts = std::vector<std::string>;

TEST_CASE("files that a bot needs are asked for", "[language]") {
    CHECK(problems({}) ==
          Texts{"bot.yaml:1:1: the file 'bot.yaml' is missing [missing-file]",
                "clinic.yaml:1:1: the file 'clinic.yaml' is missing [missing-file]",
                "flows:1:1: no flow; expected at least one file in flows/ [missing-file]",
                "safety/signals.yaml:1:1: the file 'safety/signals.yaml' is missing [missing-file]"});
}

TEST_CASE("a file that is in no known place is refused, so that a slip silences nothing", "[language]") {
    const char* path =
        GENERATE("flow/x.yaml", "flows/a/x.yaml", "flows/.yaml", "bot.yml", "safety/us.yaml", "nlu/x.txt");
    BotFiles files = tiny_bot();
    files.emplace(path, "");
    CHECK(problems(files) ==
          Texts{std::string(path) +
                ":1:1: a file that no bot has; expected bot.yaml, clinic.yaml, flows/*.yaml, "
                "nlu/*.yaml, nlu/examples/*.txt, safety/signals.yaml, safety/lines/*.yaml, safety/examples/*.txt, locales/TAG/…, "
                "tests/*.yaml or review.lock (check the names of the folder and the file) [unknown-file]"});
}

TEST_CASE("an empty file and one that is not text are refused", "[language]") {
    const auto [content, problem] = GENERATE(table<std::string, std::string>({
        {"", "1:1: an empty file; expected the keys of a bot's file [empty-file]"},
        {"# only words\n", "1:1: an empty file; expected the keys of a bot's file [empty-file]"},
        {"schema: 1\nlists: \xff",
         "2:8: bytes that are not UTF-8; expected text in UTF-8 (save the file as UTF-8) [not-utf8]"},
        {"schema: 1\n\x04lists:", "2:1: a control character; expected text [control-character]"},
        {"- a", "1:1: a list for a file of intents; expected keys with values [wrong-type]"},
    }));
    BotFiles files = tiny_bot();
    files["nlu/more.yaml"] = content;
    CHECK(problems(files) == Texts{"nlu/more.yaml:" + problem});
}

TEST_CASE("texts and maps of an absurd size are refused", "[language]") {
    BotFiles files = tiny_bot();
    files["nlu/more.yaml"] = "schema: 1\nlists: {a: [" + std::string(4096, 'x') + "]}\n";
    CHECK(problems(files).front().find("too-long") == std::string::npos);
    files["nlu/more.yaml"] = "schema: 1\nlists: {a: [" + std::string(4097, 'x') + "]}\n";
    CHECK(problems(files) == Texts{"nlu/more.yaml:2:13: a text of more than 4096 bytes [too-long]"});
    files["nlu/more.yaml"].clear();
    for (int i = 0; i <= 1000; ++i) files["nlu/more.yaml"] += "k" + std::to_string(i) + ": 1\n";
    CHECK(problems(files) == Texts{"nlu/more.yaml:1001:1: more than 1000 keys in one place [too-long]"});
}

TEST_CASE("a file that cannot be read is the only thing reported: what uses its names is not to blame",
          "[language]") {
    const char* path = GENERATE("bot.yaml", "clinic.yaml", "flows/tick.yaml", "flows/crisis.yaml",
                                "nlu/intents.yaml", "safety/signals.yaml", "safety/lines/us.yaml");
    BotFiles files = tiny_bot();
    files[path] = "a: &b c\n";
    CHECK(problems(files) ==
          Texts{std::string(path) + ":1:4: an anchor (&b); expected the value itself [anchor]"});
}

TEST_CASE("one load reports the errors of all files together, by place", "[language]") {
    BotFiles files = tiny_bot_with("flows/tick.yaml", "return: true", "goto: nowhere");
    files["clinic.yaml"] = "schema: 1\ncountry: US\nclinic: {name: \"Harbor\"}\nhours: 9\n";
    files["flows/bye.yaml"] += "  - id: never\n    end: yes\n";
    CHECK(problems(files) ==
          Texts{"clinic.yaml:4:1: unknown key 'hours' in clinic.yaml; expected one of schema, country, "
                "clinic, unset, opening [unknown-key]",
                "flows/bye.yaml:7:27: unknown '{clinic.phone}'; expected a key of clinic.yaml (only name) "
                "[unknown-variable]",
                "flows/bye.yaml:10:10: 'yes' is no way to say 'end'; expected only true [bad-value]",
                "flows/tick.yaml:12:11: unknown flow 'nowhere'; expected the id of a flow in flows/*.yaml "
                "(one of bye, "
                "crisis, hello, tick) [unknown-flow]"});
}

TEST_CASE("lines are unique over all files", "[language]") {
    CHECK(problems(tiny_bot_with("flows/bye.yaml", "by.1", "he.1")) ==
          Texts{"flows/hello.yaml:11:9: a second line with the id 'he.1'; expected each id once in the bot "
                "(the first is in "
                "flows/bye.yaml:7) [duplicate-line]"});
}

TEST_CASE("the hash names what a visitor may hear, not how it is tested", "[language]") {
    const std::string hash = load(tiny_bot()).value()->hash;
    CHECK(hash.size() == 16);
    CHECK(load(tiny_bot()).value()->hash == hash);
    BotFiles tested = tiny_bot();
    tested["tests/x.yaml"] = "suite: x";
    CHECK(load(tested).value()->hash == hash);
    CHECK(load(tiny_bot_with("flows/bye.yaml", "Take care", "Take heart")).value()->hash != hash);
}

TEST_CASE("a byte order mark, Windows line ends and comments do no harm", "[language]") {
    BotFiles files = tiny_bot();
    std::string& clinic = files["clinic.yaml"];
    clinic =
        "\xEF\xBB\xBFschema: 1 # the version\r\ncountry: US\r\nclinic: {name: \"Harbor\", phone: \"1\", fax: "
        "\"\"}\r\n";
    CHECK(problems(files).empty());
    clinic += "more: 1\r\n";
    CHECK(problems(files) == Texts{"clinic.yaml:4:1: unknown key 'more' in clinic.yaml; expected one of "
                                   "schema, country, clinic, unset, opening [unknown-key]"});
}

TEST_CASE("the shipped bot loads without a diagnostic", "[language]") {
    REQUIRE(shipped_bot().count("bot.yaml") == 1);
    CHECK(problems(shipped_bot()) == Texts{});
}
