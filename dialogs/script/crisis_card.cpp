#include "dialogs/script/crisis_card.hpp"

#include <algorithm>
#include <array>

namespace attune::dialogs {

namespace {

constexpr std::array<std::string_view, 4> main_purposes = {"suicide", "abuse", "sexual", "child"};

bool is_for(const CrisisLine& line, std::string_view purpose) {
    return std::find(line.purposes.begin(), line.purposes.end(), purpose) != line.purposes.end();
}

bool is_main(const CrisisLine& line) {
    return std::any_of(main_purposes.begin(), main_purposes.end(),
                       [&](std::string_view purpose) { return is_for(line, purpose); });
}

std::string rows_of(const CrisisCard& card, std::string_view what) {
    std::string rows;
    for (const CrisisLine& line : card.lines) {
        if (what == "lines" ? !is_main(line) : !is_for(line, what)) continue;
        rows += (rows.empty() ? "• " : "\n• ") + line.label;
    }
    return rows;
}

}  // namespace

std::string shown_of(const CrisisCard& card, std::string_view what) {
    if (what == "emergency") return card.emergency;
    std::string rows = rows_of(card, what);
    if (rows.empty() && what == "sexual") rows = rows_of(card, "abuse");
    if (rows.empty()) rows = rows_of(card, "suicide");
    return rows;
}

}  // namespace attune::dialogs
