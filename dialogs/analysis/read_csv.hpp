#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/language/report.hpp"

namespace attune::dialogs {

/// One row of a table, with the line it begins in.
struct CsvRow {
    int line = 0;
    std::vector<std::string> cells;
};

/// Reads comma-separated rows: cells may stand in double quotes, a quote in them is doubled; lines end with
/// LF or CRLF; blank lines are left out. A quote that is never closed, or that text follows, is reported.
/// Pure; O(bytes). Source: RFC 4180.
std::vector<CsvRow> read_csv(const std::string& file, std::string_view content, Report& report);

/// A cell as it is written: in quotes where it must be. Pure.
std::string csv_cell(std::string_view text);

}  // namespace attune::dialogs
