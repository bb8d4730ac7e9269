#include "dialogs/script/crisis_card.hpp"

#include <algorithm>
#include <array>

namespace attune::dialogs {

namespace {

// Lines for some people only; whoever needs one finds it on the card.
constexpr std::array<std::string_view, 9> special = {"deaf",       "native", "veterans", "lgbtq", "perinatal",
                                                     "substances", "men",    "low_mood", "young"};

bool is_for(const CrisisLine& line, std::string_view purpose) {
    return std::find(line.purposes.begin(), line.purposes.end(), purpose) != line.purposes.end();
}

bool is_for_anybody(const CrisisLine& line) {
    return std::any_of(line.purposes.begin(), line.purposes.end(), [](const std::string& purpose) {
        return std::find(special.begin(), special.end(), purpose) == special.end();
    });
}

std::string rows_of(const CrisisCard& card, std::string_view what) {
    std::string rows;
    for (const CrisisLine& line : card.lines) {
        if (what == "lines" ? !is_for_anybody(line) : !is_for(line, what)) continue;
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
