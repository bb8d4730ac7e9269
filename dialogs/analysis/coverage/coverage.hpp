#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "dialogs/analysis/coverage/items.hpp"
#include "dialogs/analysis/read_tests.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

using ItemIds = std::set<std::string>;

/// What the tests of a bot show of it.
struct Covered {
    ItemIds reached;   ///< by any turn
    ItemIds asserted;  ///< by a turn of which a person wrote down what must be said or where it must lead
};

/// Holds every conversation to its end. Pure; O(turns).
Covered covered_by(const Script& script, const std::vector<ConversationTest>& tests);

/// One kind of items, counted.
struct CoverageCount {
    std::size_t all = 0;
    std::size_t proved = 0;
    std::size_t reached = 0;
    std::size_t asserted = 0;
};

/// What is missing, with where it stands.
struct Uncovered {
    CoverageItem item;
    Place place;
    bool reached = false;  ///< a test comes by, but nobody wrote down what must be said
};

struct CoverageReport {
    std::array<CoverageCount, 4> counts;  ///< by CoverageItem::Kind
    std::vector<Uncovered> uncovered;     ///< not asserted, in the order of the script
};

/// @param proved  what exploring all states showed, by `observe`; empty where nothing was explored.
CoverageReport report_coverage(const Script& script, const BotFiles& files, const Covered& covered,
                               const ItemIds& proved);

}  // namespace attune::dialogs
