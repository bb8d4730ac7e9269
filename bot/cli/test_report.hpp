#pragma once

#include <ostream>

#include "bot/cli/test_run.hpp"

namespace attune::bot {

/// Failures with a blank line behind each, then one line that counts.
void write_text(std::ostream& out, const TestRun& run);

/// One JSON object: `conversations`, `turns`, `phrases`, `failed`, `failures` (file, line, suite, name,
/// text).
void write_json(std::ostream& out, const TestRun& run);

/// JUnit XML, a suite an element, for machines that gather tests. Without times: equal runs give equal bytes.
/// Source: the schema that Jenkins reads (xunit plugin, junit-10.xsd).
void write_junit(std::ostream& out, const TestRun& run);

}  // namespace attune::bot
