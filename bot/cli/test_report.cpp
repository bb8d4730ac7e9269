#include "bot/cli/test_report.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace attune::bot {

namespace {

using nlohmann::ordered_json;

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

void write_text(std::ostream& out, const TestRun& run) {
    for (const TestResult& result : run.results) {
        if (result.failure) out << result.failure->text << "\n\n";
    }
    if (run.results.empty()) {
        out << "There are no conversations in tests/.\n";
        return;
    }
    out << run.conversations << " conversations, " << run.turns << " turns";
    if (run.phrases > 0) out << ", " << run.phrases << " phrases";
    out << ": " << run.results.size() - run.failed << " passed, " << run.failed << " failed\n";
}

void write_json(std::ostream& out, const TestRun& run) {
    ordered_json json = {{"conversations", run.conversations},
                         {"turns", run.turns},
                         {"phrases", run.phrases},
                         {"failed", run.failed},
                         {"failures", ordered_json::array()}};
    for (const TestResult& result : run.results) {
        if (!result.failure) continue;
        json["failures"].push_back({{"file", result.failure->place.file},
                                    {"line", result.failure->place.line},
                                    {"suite", result.suite},
                                    {"name", result.name},
                                    {"text", result.failure->text}});
    }
    out << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
}

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
