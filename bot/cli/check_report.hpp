#pragma once

#include <chrono>
#include <ostream>

#include "dialogs/analysis/catalog.hpp"
#include "dialogs/analysis/check.hpp"

namespace attune::bot {

struct CheckView {
    bool color = false;
    bool hints = false;  ///< also what needs no mending
};

struct CheckCounts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
};

CheckCounts count(const dialogs::Findings& findings);

/// For people: each finding with its transcript, then the sums.
void write_check_text(std::ostream& out, const dialogs::CheckReport& report, std::chrono::milliseconds time,
                      CheckView view);
/// For programs: one object.
void write_check_json(std::ostream& out, const dialogs::CheckReport& report, std::chrono::milliseconds time);

}  // namespace attune::bot
