#include "bot/cli/test_run.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "bot/cli/test_report.hpp"

using namespace attune::bot;

TEST_CASE("a filter is found anywhere, and a star stands for anything", "[test]") {
    const auto [text, pattern, holds] = GENERATE(table<std::string, std::string, bool>({
        {"walk: asks why", "", true},
        {"walk: asks why", "asks", true},
        {"walk: asks why", "walk:*why", true},
        {"walk: asks why", "why*walk", false},
        {"walk: asks why", "askss", false},
        {"aab", "a*ab", true},
        {"", "*", true},
        {"", "a", false},
    }));
    CAPTURE(text, pattern);
    REQUIRE(holds_pattern(text, pattern) == holds);
}

TEST_CASE("JUnit holds every test, with what is special in XML made harmless", "[test]") {
    TestRun run;
    run.results = {
        {"a", "says <b> & \"c\"", std::nullopt},
        {"b", "n",
         attune::dialogs::TestFailure{{"tests/b.yaml", 3, 1}, "tests/b.yaml:3: b: n\n  x\x01 < y"}}};
    run.failed = 1;
    std::ostringstream out;
    write_junit(out, run);
    const std::string xml = out.str();
    CAPTURE(xml);
    REQUIRE(xml.find("<testsuites tests=\"2\" failures=\"1\">") != std::string::npos);
    REQUIRE(xml.find("name=\"says &lt;b&gt; &amp; &quot;c&quot;\"/>") != std::string::npos);
    REQUIRE(
        xml.find("<failure message=\"tests/b.yaml:3: b: n\">tests/b.yaml:3: b: n\n  x &lt; y</failure>") !=
        std::string::npos);
}
