#include "dialogs/analysis/coverage/coverage.hpp"

#include "dialogs/analysis/coverage/places.hpp"

namespace attune::dialogs {

Covered covered_by(const Script& script, const std::vector<ConversationTest>& tests) {
    Covered covered;
    for (const ConversationTest& test : tests) {
        const auto broken = hold(script, test, [&](const HeldTurn& held) {
            const bool asserts = held.written != nullptr && held.written->expect.asserts();
            observe(script, held.before, held.event, held.turn, [&](const std::string& id) {
                covered.reached.insert(id);
                if (asserts) covered.asserted.insert(id);
            });
            return true;
        });
        if (broken) continue;  // a state that does not survive is the runner's to tell
    }
    return covered;
}

CoverageReport report_coverage(const Script& script, const BotFiles& files, const Covered& covered,
                               const ItemIds& proved) {
    const ItemPlaces places(files);
    CoverageReport report;
    for (const CoverageItem& item : coverage_items(script)) {
        CoverageCount& count = report.counts[static_cast<std::size_t>(item.kind)];
        const bool reached = covered.reached.count(item.id) > 0;
        const bool asserted = covered.asserted.count(item.id) > 0;
        ++count.all;
        count.proved += proved.count(item.id);
        count.reached += reached ? 1U : 0U;
        count.asserted += asserted ? 1U : 0U;
        if (!asserted) report.uncovered.push_back({item, places.of(item.id), reached});
    }
    return report;
}

}  // namespace attune::dialogs
