#include <nlohmann/json.hpp>

#include "bot/cli/test_report.hpp"

namespace attune::bot {

namespace {

using nlohmann::ordered_json;

constexpr const char* kind_names[] = {"steps", "lines", "edges", "conditions"};

ordered_json failures(const TestRun& run) {
    ordered_json list = ordered_json::array();
    for (const TestResult& result : run.results) {
        if (!result.failure) continue;
        list.push_back({{"file", result.failure->place.file},
                        {"line", result.failure->place.line},
                        {"suite", result.suite},
                        {"name", result.name},
                        {"text", result.failure->text}});
    }
    return list;
}

ordered_json coverage_json(const dialogs::CoverageReport& coverage) {
    ordered_json json;
    for (std::size_t i = 0; i < coverage.counts.size(); ++i) {
        const dialogs::CoverageCount& count = coverage.counts[i];
        json[kind_names[i]] = {{"all", count.all},
                               {"proved", count.proved},
                               {"reached", count.reached},
                               {"asserted", count.asserted}};
    }
    json["uncovered"] = ordered_json::array();
    for (const dialogs::Uncovered& each : coverage.uncovered) {
        json["uncovered"].push_back({{"file", each.place.file},
                                     {"line", each.place.line},
                                     {"item", each.item.id},
                                     {"reached", each.reached}});
    }
    return json;
}

ordered_json mutation_json(const TestReport& report) {
    const dialogs::MutationScore& score = *report.mutation;
    ordered_json json = {{"tried", score.tried},
                         {"noticed", score.noticed},
                         {"percent", score.percent()},
                         {"complete", !report.mutation_cut},
                         {"missed", ordered_json::array()}};
    for (std::size_t i = 0; i < score.missed.size(); ++i) {
        json["missed"].push_back({{"file", report.missed_at[i].file},
                                  {"line", report.missed_at[i].line},
                                  {"kind", score.missed[i].kind},
                                  {"what", score.missed[i].what}});
    }
    return json;
}

}  // namespace

void write_json(std::ostream& out, const TestReport& report) {
    ordered_json json = {{"conversations", report.run.conversations},
                         {"turns", report.run.turns},
                         {"phrases", report.run.phrases},
                         {"failed", report.run.failed},
                         {"failures", failures(report.run)}};
    if (report.coverage) json["coverage"] = coverage_json(*report.coverage);
    if (report.mutation) json["mutation"] = mutation_json(report);
    out << json.dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
}

}  // namespace attune::bot
