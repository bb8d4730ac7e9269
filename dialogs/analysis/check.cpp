#include "dialogs/analysis/check.hpp"

#include <algorithm>
#include <tuple>

#include "dialogs/analysis/checks/checks.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

namespace {

auto order(const Finding& one) {
    return std::tie(one.what.place.file, one.what.place.line, one.what.place.column, one.what.code,
                    one.what.message);
}

/// What keeps visitors from being served, though authors may go on: a translation with gaps.
void check_ready(const BotFiles& files, Findings& findings) {
    const Loaded loaded = load(files, Drafts::left_out);
    if (loaded) return;
    for (const Diagnostic& diagnostic : loaded.error()) findings.push_back({diagnostic, {}});
}

}  // namespace

CheckReport check(const BotFiles& files, const Script& script, const CheckOptions& options) {
    const SourceIndex index = index_sources(files, script);
    Explored explored = check_guarantees(script, index, options.guarantees);
    CheckReport report{std::move(explored.findings), std::move(explored.count)};
    check_patterns(script, index, report.findings);
    check_words(script, index, report.findings);
    check_channels(script, index, options.channels, report.findings);
    check_ready(files, report.findings);
    check_crisis_dates(index, options.today, report.findings);
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const Finding& a, const Finding& b) { return order(a) < order(b); });
    return report;
}

}  // namespace attune::dialogs
