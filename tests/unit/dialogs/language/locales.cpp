#include <catch2/catch.hpp>

#include <sstream>

#include "dialogs/language/translation.hpp"
#include "dialogs/language/write_locale.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using namespace attune::dialogs::test;
using Texts = std::vector<std::string>;

namespace {

const std::string head = "schema: 1\nlocale: xx\nlanguage: \"Ixish\"\n";

BotFiles draft(const std::string& more = "") {
    BotFiles files = tiny_bot();
    files["locales/xx/bot.yaml"] = head + "draft: true\n" + more;
    return files;
}

/// Fills in a skeleton: what stands in comments goes where a text is missing.
std::string filled(const std::string& skeleton) {
    std::istringstream in(skeleton);
    std::string out;
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) {
        if (const auto mark = line.find("# \""); mark != std::string::npos) {
            words.push_back(line.substr(mark + 2));
            continue;
        }
        for (const std::string& word : words) {
            if (const auto gap = line.find("\"\""); gap != std::string::npos) line.replace(gap, 2, word);
        }
        words.clear();
        out += line + "\n";
    }
    return out;
}

BotFiles complete() {
    BotFiles files = draft();
    for (const auto& [path, content] : write_skeletons(translations(files, "xx"), "xx"))
        files[path] = filled(content);
    std::string& bot = files["locales/xx/bot.yaml"];
    bot.replace(bot.find("draft: true\n"), 12, "");
    files["locales/xx/nlu/all.yaml"] = files.at("nlu/intents.yaml");
    files["locales/xx/origins.yaml"] = write_origins(translations(files, "xx"), false);
    return files;
}

bool has_problem(const BotFiles& files, const std::string& text) {
    for (const std::string& problem : problems(files)) {
        if (problem.find(text) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a draft may be as incomplete as it likes", "[language][locale]") {
    CHECK(problems(draft()) == Texts{});
}

TEST_CASE("a language that is filled in from its skeleton is complete", "[language][locale]") {
    CHECK(problems(complete()) == Texts{});
    const Loaded loaded = load(complete());
    REQUIRE(loaded);
    const Script& other = (*loaded)->in("xx");
    CHECK(other.language == "xx");
    CHECK(other.flows.size() == (*loaded)->flows.size());
    CHECK(other.line("nm.1")->variants.size() == 2);
    CHECK(other.crisis.title == "Help now");
}

TEST_CASE("a language that is no draft must have every text and hear every command", "[language][locale]") {
    BotFiles files = draft();
    files["locales/xx/bot.yaml"] = head;
    CHECK(has_problem(files,
                      "locales/xx/flows/hello.yaml:1:1: no text for 'lines.he.1' (flows/hello.yaml:11)"));
    CHECK(has_problem(files, "locales/xx/bot.yaml:1:1: no text for 'crisis.us.988'"));
    CHECK(has_problem(files, "no patterns for the intent 'stop', which calls for a command"));
    files = complete();
    std::string& bye = files["locales/xx/flows/bye.yaml"];
    bye.replace(bye.find("\"Take care"), std::string("\"Take care, {clinic.phone}.\\n{signs}\"").size(),
                "\"\"");
    CHECK(problems(files) ==
          Texts{"locales/xx/flows/bye.yaml:1:1: no text for 'lines.by.1' (flows/bye.yaml:7) (write it, or "
                "mark the language as draft: true; `attune locale` lists all that is missing) "
                "[missing-translation]"});
}

TEST_CASE("while its authors work, a bot speaks a language that is not complete", "[language][locale]") {
    BotFiles files = complete();
    files["locales/xx/flows/bye.yaml"] = "schema: 1\nflow: bye\n";
    const Loaded loaded = load(files, Drafts::spoken);
    REQUIRE(loaded);
    CHECK((*loaded)->locales.count("xx") == 1);
    CHECK_FALSE(load(files, Drafts::left_out));
}

TEST_CASE("a text whose source changed is stale until it is written anew or read again",
          "[language][locale]") {
    BotFiles files = complete();
    std::string& tick = files["flows/tick.yaml"];
    tick.replace(tick.find("Which of these?"), 15, "Which of them?");
    CHECK(problems(files) ==
          Texts{"locales/xx/flows/tick.yaml:5:3: the text 'lines.ti.1' was not translated from what "
                "flows/tick.yaml:9 says now (read both again, mend it, and let `attune locale` note "
                "that it is so) [stale-translation]"});
    CHECK(load(files, Drafts::spoken));

    std::string& origins = files["locales/xx/origins.yaml"];
    origins = write_origins(translations(files, "xx"), false);
    CHECK(problems(files).size() == 1);

    BotFiles read_again = files;
    read_again["locales/xx/origins.yaml"] = write_origins(translations(files, "xx"), true);
    CHECK(problems(read_again) == Texts{});

    std::string& theirs = files["locales/xx/flows/tick.yaml"];
    theirs.replace(theirs.find("Which of these?"), 15, "Wxich?");
    CHECK(problems(files).size() == 1);
    origins = write_origins(translations(files, "xx"), false);
    CHECK(problems(files) == Texts{});
}

TEST_CASE("slips in the files of a language are found at their place", "[language][locale]") {
    const auto [file, content, problem] = GENERATE(table<std::string, std::string, std::string>({
        {"bot.yaml", "schema: 1\nlocale: yy\nlanguage: L\ndraft: true\n",
         "locales/xx/bot.yaml:2:9: 'yy' is in the folder 'xx'"},
        {"flows/hello.yaml", "schema: 1\nflow: hello\nlines: {he.9: \"x\"}\n",
         "locales/xx/flows/hello.yaml:3:9: nothing in the bot has the text 'lines.he.9' (did you mean"},
        {"flows/hello.yaml", "schema: 1\nflow: hello\nlines: {he.5: \"no name\"}\n",
         "locales/xx/flows/hello.yaml:3:15: '{who}' is missing"},
        {"flows/hello.yaml", "schema: 1\nflow: hello\nlines: {he.2: \"{whom}\"}\n", "unknown slot 'whom'"},
        {"flows/gone.yaml", "schema: 1\nflow: gone\ntitle: \"x\"\n",
         "locales/xx/flows/gone.yaml:3:8: nothing in the bot has the text 'title'"},
        {"nlu/a.yaml",
         "schema: 1\nintents:\n  - {intent: stip, any: [x], should_match: [x], should_not_match: [y]}\n",
         "locales/xx/nlu/a.yaml:3:14: unknown intent 'stip'"},
        {"nlu/a.yaml",
         "schema: 1\nintents:\n  - {intent: stop, any: [x], should_match: [y], should_not_match: [z]}\n",
         "expected the intent 'stop'"},
        {"safety/signals.yaml",
         "schema: 1\nsignals:\n  - {class: abuse_now, level: high, patterns: [x], should_match: [x], "
         "should_not_match: [y]}\n",
         "locales/xx/safety/signals.yaml:3:5: the key 'flow' is missing in a signal"},
    }));
    BotFiles files = draft();
    files["locales/xx/" + file] = content;
    CAPTURE(file, content, problems(files));
    CHECK(has_problem(files, problem));
}

TEST_CASE("an option of a language must be reachable by its own label", "[language][locale]") {
    BotFiles files = draft();
    files["locales/xx/flows/hello.yaml"] =
        "schema: 1\nflow: hello\nslots: {who: {me: \"Same\", partner: \"Same\"}}\noptions: {who: {partner: "
        "\"Same\"}}\n";
    CHECK(has_problem(files, "typing the label 'Same' gives no option"));
}
