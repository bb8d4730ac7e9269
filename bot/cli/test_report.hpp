#pragma once

#include <optional>
#include <ostream>

#include "bot/cli/test_run.hpp"
#include "dialogs/analysis/coverage/coverage.hpp"
#include "dialogs/analysis/mutate/try_mutants.hpp"

namespace attune::bot {

/// All that one `attune test` found out.
struct TestReport {
    TestRun run;
    std::optional<dialogs::CoverageReport> coverage;
    std::optional<dialogs::MutationScore> mutation;
    std::vector<dialogs::Place> missed_at;  ///< of the mutants that nobody noticed
    bool mutation_cut = false;              ///< time was up before all mutants were tried
};

/// Failures with a blank line behind each, then one line that counts, then coverage and the mutation score.
/// Of what is not covered at most `shown` are named.
void write_text(std::ostream& out, const TestReport& report, std::size_t shown);

/// One JSON object: `conversations`, `turns`, `phrases`, `failed`, `failures` (file, line, suite, name,
/// text), and where asked for `coverage` and `mutation`, whole.
void write_json(std::ostream& out, const TestReport& report);

/// JUnit XML, a suite an element, for machines that gather tests. Without times: equal runs give equal bytes.
/// Source: the schema that Jenkins reads (xunit plugin, junit-10.xsd).
void write_junit(std::ostream& out, const TestRun& run);

}  // namespace attune::bot
