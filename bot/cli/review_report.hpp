#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "dialogs/analysis/review/review_lock.hpp"

namespace attune::bot {

/// Words beside what is known of them.
struct ReviewRow {
    dialogs::ReviewItem item;
    dialogs::ReviewState state = dialogs::ReviewState::unreviewed;
    dialogs::SignOff sign;  ///< empty: nobody signed
};

/// How many are signed, stale and unreviewed, in all and a flow and language, in text or JSON.
void write_review_status(std::ostream& out, const std::vector<ReviewRow>& rows, bool json);

/// Every row: id, language, state, place and words, in text or JSON.
void write_review_list(std::ostream& out, const std::vector<ReviewRow>& rows, bool json);

}  // namespace attune::bot
