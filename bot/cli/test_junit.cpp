#include <map>

#include "bot/cli/test_report.hpp"

namespace attune::bot {

namespace {

/// Text as XML has it; what XML cannot hold is left out.
std::string xml(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') safe += c;
        }
    }
    return safe;
}

void write_case(std::ostream& out, const TestResult& result) {
    out << "    <testcase classname=\"" << xml(result.suite) << "\" name=\"" << xml(result.name) << "\"";
    if (!result.failure) {
        out << "/>\n";
        return;
    }
    const std::string& text = result.failure->text;
    out << ">\n      <failure message=\"" << xml(text.substr(0, text.find('\n'))) << "\">" << xml(text)
        << "</failure>\n    </testcase>\n";
}

std::size_t failures_among(const std::vector<const TestResult*>& results) {
    std::size_t failed = 0;
    for (const TestResult* result : results) failed += result->failure ? 1U : 0U;
    return failed;
}

}  // namespace

void write_junit(std::ostream& out, const TestRun& run) {
    std::map<std::string, std::vector<const TestResult*>> suites;
    for (const TestResult& result : run.results) suites[result.suite].push_back(&result);
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"" << run.results.size()
        << "\" failures=\"" << run.failed << "\">\n";
    for (const auto& [suite, results] : suites) {
        out << "  <testsuite name=\"" << xml(suite) << "\" tests=\"" << results.size() << "\" failures=\""
            << failures_among(results) << "\">\n";
        for (const TestResult* result : results) write_case(out, *result);
        out << "  </testsuite>\n";
    }
    out << "</testsuites>\n";
}

}  // namespace attune::bot
