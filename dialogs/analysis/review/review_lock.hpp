#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "dialogs/analysis/review/review_item.hpp"
#include "dialogs/language/load.hpp"

namespace attune::dialogs {

/// The file of a bot that says who has read which words.
inline constexpr std::string_view review_lock_file = "review.lock";

/// That somebody has read words and stands by them.
struct SignOff {
    std::string hash;  ///< of the words as they were
    std::string day;   ///< `2026-11-25`
    std::string by;    ///< the name as it was given
};

/// Id and language → sign-off. Sorted, so that a change of one line is a change of one line in the file.
using ReviewLock = std::map<std::pair<std::string, std::string>, SignOff>;

/// Reads `ID LANGUAGE HASH DAY NAME` lines; empty ones and those that begin with # are passed over. A bot
/// without the file has no sign-off. Errors: what is malformed, or stands twice, by line. Pure; O(bytes).
tl::expected<ReviewLock, std::vector<Diagnostic>> read_review_lock(const BotFiles& files);

/// The file's whole content. `read_review_lock` reads it back. Pure.
std::string write_review_lock(const ReviewLock& lock);

enum class ReviewState {
    unreviewed,
    stale,  ///< the words, their options or their place have changed since
    signed_off,
};
std::string_view name_of(ReviewState state);

/// How it stands with some words. O(log sign-offs).
ReviewState state_of(const ReviewLock& lock, const ReviewItem& item);
/// Who signed them, also if they changed since; nullptr: nobody.
const SignOff* sign_off_of(const ReviewLock& lock, const ReviewItem& item);

/// Whether a name or a day can stand in the file: a name is 1 to 100 bytes in one line, without control
/// characters.
bool is_reviewer(std::string_view name);

}  // namespace attune::dialogs
