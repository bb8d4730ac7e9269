#pragma once

#include <ostream>
#include <vector>

#include "bot/cli/eval_lines.hpp"

namespace attune::bot {

/// The figures in short: accuracy, top-3, macro F1, rejection, calibration error.
void print_summary(const std::vector<Outcome>& outcomes, std::ostream& out);

/// Everything: the summary, each intent, what is taken for what, and how often confidence is right.
/// No line of the file is printed: it may be what somebody wrote.
void print_report(const std::vector<Outcome>& outcomes, std::ostream& out);

}  // namespace attune::bot
