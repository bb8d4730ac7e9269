#include "bot/cli/test_report.hpp"

#include <iomanip>

namespace attune::bot {

namespace {

constexpr const char* kind_names[] = {"steps", "lines", "edges", "conditions"};

std::string share(std::size_t part, std::size_t all) {
    const std::size_t percent = all == 0 ? 100 : part * 100 / all;
    return std::to_string(part) + " (" + std::to_string(percent) + "%)";
}

std::ostream& at(std::ostream& out, const dialogs::Place& place) {
    return out << "  " << place.file << ":" << place.line << ": ";
}

void write_tests(std::ostream& out, const TestRun& run) {
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

void write_counts(std::ostream& out, const dialogs::CoverageReport& coverage) {
    const bool explored = coverage.counts[0].proved > 0;
    out << "\nCoverage        all" << (explored ? "       proved" : "") << "      reached     asserted\n";
    for (std::size_t i = 0; i < coverage.counts.size(); ++i) {
        const dialogs::CoverageCount& count = coverage.counts[i];
        out << std::left << std::setw(10) << kind_names[i] << std::right << std::setw(9) << count.all;
        if (explored) out << std::setw(13) << share(count.proved, count.all);
        out << std::setw(13) << share(count.reached, count.all) << std::setw(13)
            << share(count.asserted, count.all) << "\n";
    }
}

void write_coverage(std::ostream& out, const dialogs::CoverageReport& coverage, std::size_t shown) {
    write_counts(out, coverage);
    if (coverage.uncovered.empty()) return;
    out << "\nNo test says what must come of:\n";
    for (std::size_t i = 0; i < coverage.uncovered.size() && i < shown; ++i) {
        const dialogs::Uncovered& missing = coverage.uncovered[i];
        at(out, missing.place) << missing.item.id << (missing.reached ? " (a test comes by)" : "") << "\n";
    }
    if (coverage.uncovered.size() > shown) {
        out << "  and " << coverage.uncovered.size() - shown << " more: --all or --json names them\n";
    }
}

void write_mutation(std::ostream& out, const TestReport& report, std::size_t shown) {
    const dialogs::MutationScore& score = *report.mutation;
    out << "\nMutation score: " << std::fixed << std::setprecision(1) << score.percent()
        << "%: " << score.noticed << " of " << score.tried << " faults were noticed"
        << (report.mutation_cut ? " before time was up" : "") << "\n";
    for (std::size_t i = 0; i < score.missed.size() && i < shown; ++i) {
        at(out, report.missed_at[i]) << score.missed[i].what << " [" << score.missed[i].kind << "]\n";
    }
    if (score.missed.size() > shown) {
        out << "  and " << score.missed.size() - shown << " more: --all or --json names them\n";
    }
}

}  // namespace

void write_text(std::ostream& out, const TestReport& report, std::size_t shown) {
    write_tests(out, report.run);
    if (report.coverage) write_coverage(out, *report.coverage, shown);
    if (report.mutation) write_mutation(out, report, shown);
}

}  // namespace attune::bot
