#include "dialogs/analysis/read_csv.hpp"

#include <catch2/catch.hpp>

using namespace attune::dialogs;
using Cells = std::vector<std::string>;

TEST_CASE("cells are split at commas, and quotes protect them", "[analysis]") {
    const auto [text, cells] = GENERATE(table<std::string, Cells>({
        {"a,b\n", {"a", "b"}},
        {"a,b", {"a", "b"}},
        {"a,b\r\n", {"a", "b"}},
        {"\xEF\xBB\xBF"
         "a,b\n",
         {"a", "b"}},
        {"a,\n", {"a", ""}},
        {"\"a, b\",c\n", {"a, b", "c"}},
        {"\"say \"\"hi\"\"\",c\n", {"say \"hi\"", "c"}},
        {"\"two\nlines\",c\n", {"two\nlines", "c"}},
        {"\"\",\"\"\n", {"", ""}},
    }));
    CAPTURE(text);
    Report report;
    const auto rows = read_csv("t.csv", text, report);
    REQUIRE(report.size() == 0);
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].cells == cells);
}

TEST_CASE("every row knows the line it begins in, and blank lines are left out", "[analysis]") {
    Report report;
    const auto rows = read_csv("t.csv", "a,b\n\n\"x\ny\",c\nd,e\n", report);
    REQUIRE(rows.size() == 3);
    REQUIRE(rows[1].line == 3);
    REQUIRE(rows[2].line == 5);
}

TEST_CASE("a quote that is not closed, or that text follows, is reported", "[analysis]") {
    const auto* text = GENERATE("a,\"b\n", "\"a\"b,c\n", "\"");
    CAPTURE(text);
    Report report;
    read_csv("t.csv", text, report);
    REQUIRE(report.size() == 1);
}

TEST_CASE("what is written as a cell is read back", "[analysis]") {
    const auto* text = GENERATE("", "plain", "a,b", "say \"hi\"", "two\nlines", "\r", "'");
    CAPTURE(text);
    Report report;
    const auto rows = read_csv("t.csv", "x," + csv_cell(text) + "\n", report);
    REQUIRE(rows.at(0).cells.at(1) == text);
}
