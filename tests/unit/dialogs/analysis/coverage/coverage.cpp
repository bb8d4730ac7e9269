#include "dialogs/analysis/coverage/coverage.hpp"

#include <algorithm>

#include "dialogs/analysis/coverage/places.hpp"
#include "tests/unit/dialogs/analysis/tests_of.hpp"
#include "tests/unit/dialogs/support/tiny_bot.hpp"

using namespace attune::dialogs;
using attune::dialogs::test::small_bot;
using attune::dialogs::test::tests_of;
using attune::dialogs::test::tiny_bot;

namespace {

Covered covered(const std::string& turns) {
    const auto tests = tests_of("suite: s\ntests:\n  - name: n\n    from: walk.who\n    turns:\n" + turns);
    if (!tests) FAIL(to_text(tests.error()));
    return covered_by(*small_bot(), tests->conversations);
}

bool is_item(const std::string& id) {
    static const auto items = coverage_items(*small_bot());
    return std::any_of(items.begin(), items.end(), [&](const CoverageItem& item) { return item.id == id; });
}

}  // namespace

TEST_CASE("each way out of a question is an edge of its own", "[analysis][coverage]") {
    const auto [turn, edge] = GENERATE(table<std::string, std::string>({
        {"tap: me", "walk.who: option me"},
        {"user: \"my husband\"", "walk.who: option partner"},
        {"user: \"skip\"", "walk.who: skip"},
        {"user: \"why do you ask\"", "walk.who: why"},
        {"user: \"nonsense\"", "walk.who: rung 1"},
        {"user: \"go back\"", "walk.who: command back"},
        {"user: \"bye\"", "walk.who: command stop"},
        {"user: \"the topic\"", "walk.who: topic"},
        {"user: \"i want to die\"", "walk.who: danger"},
    }));
    CAPTURE(turn);
    const Covered shown = covered("      - " + turn + "\n");
    REQUIRE(is_item(edge));
    REQUIRE(shown.reached.count(edge) == 1);
    const auto is_edge = [](const std::string& id) {
        return id.starts_with("walk.who: ") && id.find(": if") == std::string::npos;
    };
    REQUIRE(std::count_if(shown.reached.begin(), shown.reached.end(), is_edge) == 1);
}

TEST_CASE("steps, lines and conditions are covered when they come out so", "[analysis][coverage]") {
    const Covered shown = covered("      - tap: me\n");
    for (const char* id : {"walk.who", "walk.by_who", "walk.by_who: arm 2", "line walk.me", "walk.more"}) {
        CAPTURE(id);
        REQUIRE(is_item(id));
        REQUIRE(shown.reached.count(id) == 1);
    }
    REQUIRE(shown.reached.count("walk.by_who: arm 1") == 0);
    const Covered signs = covered("      - user: \"show me the signs\"\n      - tap: [trust]\n");
    REQUIRE(signs.reached.count("signs.none: if does not hold") == 1);
    REQUIRE(signs.reached.count("signs.none: if holds") == 0);
}

TEST_CASE("everything that a test shows is something that can be covered", "[analysis][coverage]") {
    const Covered shown = covered(
        "      - user: \"why do you ask\"\n      - user: \"x\"\n      - user: \"x\"\n      - user: \"x\"\n"
        "      - user: \"menu\"\n      - tap: sign_list\n      - tap: [trust, numb]\n      - user: \"i want "
        "to die\"\n");
    for (const std::string& id : shown.reached) {
        CAPTURE(id);
        REQUIRE(is_item(id));
    }
}

TEST_CASE("only a turn with a written expectation asserts", "[analysis][coverage]") {
    const auto [expect, asserts] = GENERATE(table<std::string, bool>({
        {"", false},
        {"        expect: {ended: false}\n", false},
        {"        expect: {says: [walk.me, walk.more]}\n", true},
        {"        expect: {step: walk.more}\n", true},
    }));
    CAPTURE(expect);
    const Covered shown = covered("      - tap: me\n" + expect);
    REQUIRE(shown.reached.count("walk.who: option me") == 1);
    REQUIRE((shown.asserted.count("walk.who: option me") == 1) == asserts);
}

TEST_CASE("the report keeps proved, reached and asserted apart and names what is missing",
          "[analysis][coverage]") {
    const auto script = load(tiny_bot()).value();
    const Covered shown{{"hello.who", "hello.leave"}, {"hello.who"}};
    const CoverageReport report =
        report_coverage(*script, tiny_bot(), shown, {"hello.who", "hello.once", "tick.ask"});
    const CoverageCount& steps = report.counts[0];
    REQUIRE(steps.all == 8);
    REQUIRE(steps.proved == 3);
    REQUIRE(steps.reached == 2);
    REQUIRE(steps.asserted == 1);
    const auto missing = std::find_if(report.uncovered.begin(), report.uncovered.end(),
                                      [](const Uncovered& each) { return each.item.id == "hello.leave"; });
    REQUIRE(missing != report.uncovered.end());
    REQUIRE(missing->reached);
    REQUIRE(missing->place.file == "flows/hello.yaml");
    REQUIRE(missing->place.line == 30);
}

TEST_CASE("every item knows where it stands", "[analysis][coverage]") {
    const ItemPlaces places(tiny_bot());
    const auto [id, file, line] = GENERATE(table<std::string, std::string, int>({
        {"hello.who", "flows/hello.yaml", 12},
        {"hello.who: if holds", "flows/hello.yaml", 13},
        {"hello.who: option partner", "flows/hello.yaml", 19},
        {"hello.who: why", "flows/hello.yaml", 20},
        {"hello.who: skip", "flows/hello.yaml", 22},
        {"hello.who: rung 2", "flows/hello.yaml", 25},
        {"hello.who: danger", "flows/hello.yaml", 12},
        {"hello.branch: arm 2", "flows/hello.yaml", 29},
        {"line he.4", "flows/hello.yaml", 24},
        {"line he.3", "flows/hello.yaml", 21},
        {"line eng.2", "bot.yaml", 24},
        {"line nm.2", "bot.yaml", 21},
        {"bot: rung 1", "bot.yaml", 20},
        {"intent back", "bot.yaml", 13},
        {"intent greet", "flows/hello.yaml", 4},
    }));
    CAPTURE(id);
    REQUIRE(places.of(id).file == file);
    REQUIRE(places.of(id).line == line);
}
